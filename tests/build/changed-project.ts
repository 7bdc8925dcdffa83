import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readModel, type Settings, writeModel } from '../../src/restore/model-format.ts';
import { pick } from './make-papers.ts';
import { copyProject } from './project-copies.ts';

/** What a maintainer changes of the project, besides seeds. */
export type ProjectPart = 'model' | 'setting' | 'code';

/** A state of a part of the project. Any two states of a part give different sites. */
interface Variant {
  name: string;
  /** What is changed, if it is not as in the project. */
  file?: string;
  edit?(content: Buffer): string | Uint8Array;
  env?: Record<string, string>;
}

const asInProject: Variant = { name: 'as in the project' };

const replacing =
  (from: string, to: string): Variant['edit'] =>
  (content) => {
    const text = content.toString();
    if (!text.includes(from)) throw new Error(`"${from}" is not there to be replaced.`);
    return text.replace(from, to);
  };

const appending =
  (added: string): Variant['edit'] =>
  (content) =>
    `${content}${added}`;

const settingModel =
  (change: (settings: Settings) => Settings): Variant['edit'] =>
  (content) => {
    const model = readModel(brotliDecompressSync(content));
    const bytes = writeModel({ ...model, settings: change(model.settings) });
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  };

const modelFile = 'src/restore/model.bin.br';
const settings = 'src/site.ts';

const variants: Readonly<Record<ProjectPart, Variant[]>> = {
  model: [
    asInProject,
    {
      name: 'a model that is less sure',
      file: modelFile,
      edit: settingModel((of) => ({ ...of, reliability: of.reliability.map((p) => p * 0.9) })),
    },
    {
      name: 'a model that believes little',
      file: modelFile,
      edit: settingModel((of) => ({
        ...of,
        ...{ threshold: 0.999, lonelyThreshold: 0.999, tradeThreshold: 0.999 },
      })),
    },
    {
      name: 'a restorer of short texts',
      file: 'src/restore/create-restorer.ts',
      edit: replacing('MAX_TEXT = 100_000', 'MAX_TEXT = 150'),
    },
    {
      name: 'other options of KaTeX',
      file: 'src/render/katex-options.ts',
      edit: replacing('...printing }', "...printing, '\\\\log': '\\\\operatorname{Log}' }"),
    },
  ],
  setting: [
    asInProject,
    { name: 'another footer', file: settings, edit: replacing('footer: ', "footer: 'Kept. ' + ") },
    { name: 'no index', file: settings, edit: replacing('noindex: false', 'noindex: true') },
    {
      name: 'Markdown of each paper',
      file: settings,
      edit: replacing('paperMarkdown: false', 'paperMarkdown: true'),
    },
    { name: 'another name', file: settings, edit: replacing("name: 'Dayleaf'", "name: 'Leaves'") },
    {
      name: 'another language',
      file: settings,
      edit: replacing("language: 'en'", "language: 'de'"),
    },
    { name: 'another address', env: { SITE_URL: 'https://example.org/archive/' } },
  ],
  code: [
    asInProject,
    {
      name: 'markup of a component',
      file: 'src/components/Note.astro',
      edit: replacing('<summary>Note', '<summary>Own note'),
    },
    {
      name: 'a style sheet',
      file: 'src/styles/paper.css',
      edit: appending('\n.paper h1 { color: rgb(1, 2, 3); }\n'),
    },
    {
      name: 'a script of the browser',
      file: 'src/client/page/announce.ts',
      edit: appending("\ndocument.documentElement.dataset.changed = 'yes';\n"),
    },
    {
      name: 'a format of citations',
      file: 'src/export/ris.ts',
      edit: replacing("['TY', types[kind]]", "['TY', 'RPRT']"),
    },
    {
      name: 'how many related papers there are',
      file: 'src/archive/find-related.ts',
      edit: replacing('mostRelated = 5', 'mostRelated = 1'),
    },
    {
      name: 'how many papers a word of the vocabulary has',
      file: 'src/search/word-list.ts',
      edit: replacing('fewestPapers = 2', 'fewestPapers = 9'),
    },
    {
      name: 'how packs are compressed',
      file: 'src/integrations/write-packs.ts',
      edit: replacing('compressionLevel = 5', 'compressionLevel = 1'),
    },
    {
      name: 'what a pack is made of',
      file: 'src/packs/pack-format.ts',
      edit: replacing('JSON.stringify(entries)}', 'JSON.stringify(entries)} '),
    },
    {
      name: 'a file that is only copied',
      file: 'public/favicon.svg',
      edit: appending('<!-- changed -->'),
    },
  ],
};

/**
 * What comes in volumes, segments, documents and packs, in small ones: so an archive of sixty papers has
 * several of each. By file, numbers by the names of their constants.
 */
const smallSizes: Readonly<Record<string, Record<string, number>>> = {
  'src/archive/volumes.ts': { volumeSize: 16 },
  'src/records/relations.ts': { placesPerBatch: 40 },
  'src/packs/plan-packs.ts': { papersPerPack: 12, bytesPerPack: 100_000 },
  'src/queries/feeds.ts': { paperEntries: 8, dayEntries: 3 },
  'src/export/sitemap.ts': { sitemapSize: 16 },
  'src/queries/paper-files.ts': { papersAtATime: 7 },
  'src/queries/volume-files.ts': { mostBytes: 2_500 },
  'src/records/make-records.ts': { batchSize: 4 },
};

/** A file of the project, its sizes small. */
function readSmall(file: string): Buffer {
  const content = readFileSync(file);
  const sizes = Object.entries(smallSizes[file] ?? {});
  if (sizes.length === 0) return content;
  return Buffer.from(
    sizes.reduce((text, [name, size]) => {
      const constant = new RegExp(`(?<=const ${name} = )[\\d_]+(?=;)`);
      if (!constant.test(text)) throw new Error(`${file} has no number ${name}.`);
      return text.replace(constant, String(size));
    }, content.toString()),
  );
}

/**
 * Copies of the project that are changed alike, and in which everything comes in small numbers. Builds in different
 * copies can run at the same time; their paths have words of Astro's own names in them, which must make no difference.
 */
export class ChangedProject {
  readonly folders: readonly string[];
  readonly #current = new Map<ProjectPart, Variant>();

  /** @param folder to copy it into, so many times */
  constructor(folder: string, copies: number) {
    this.folders = Array.from({ length: copies }, (_, i) =>
      join(folder, `manifest-data-store-${i + 1}`),
    );
    for (const copy of this.folders) copyProject(copy);
    for (const file of Object.keys(smallSizes)) this.#write(file, (content) => content);
  }

  /** What the state that it is in wants to have said to a build. */
  get env(): Record<string, string> {
    return Object.assign({}, ...[...this.#current.values()].map(({ env }) => env));
  }

  /** Brings a part into another state, chosen at random. @returns what was done, in words */
  change(part: ProjectPart, random: () => number): string {
    const before = this.#current.get(part) ?? asInProject;
    const next = pick(
      variants[part].filter((variant) => variant !== before),
      random,
    );
    this.apply(part, next.name);
    return `${part}: ${before.name} → ${next.name}`;
  }

  /** Brings a part into the state of a name. */
  apply(part: ProjectPart, name: string): void {
    const before = this.#current.get(part) ?? asInProject;
    const next = variants[part].find((variant) => variant.name === name) ?? asInProject;
    if (before.file) this.#write(before.file, (content) => content);
    if (next.file) this.#write(next.file, next.edit ?? ((content) => content));
    this.#current.set(part, next);
  }

  #write(file: string, edit: NonNullable<Variant['edit']>): void {
    const content = edit(readSmall(file));
    for (const copy of this.folders) writeFileSync(join(copy, file), content);
  }
}

/** The names of the states of a part. */
export const listVariants = (part: ProjectPart): string[] => variants[part].map(({ name }) => name);
