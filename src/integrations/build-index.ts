import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { OwnPaper } from '../search/own-files.ts';

/** Pagefind's user interfaces, which the site does not use, and which differ between builds. */
const isUnused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;
/** The files of an index without the engine, which is loaded from another index. */
const isOfIndex = /^(pagefind-entry\.json|pagefind\..*\.pf_meta|index|fragment|filter)$/;

/** A paper with all of its text to index. */
export type PaperText = Pick<OwnPaper, 'record' | 'content'>;

/** Number of records that are sent to Pagefind at a time. */
const batchSize = 500;

/**
 * Writes an index of papers with Pagefind.
 * @param withEngine whether Pagefind's scripts are written too
 * @returns Pagefind's name of each paper's fragment, by slug
 * @throws {Error} when Pagefind does not start, or refuses a paper
 */
export async function buildIndex(
  papers: readonly PaperText[],
  folder: string,
  language: string,
  withEngine: boolean,
): Promise<Map<string, string>> {
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind did not start: its binary may not be installed.');
  for (let at = 0; at < papers.length; at += batchSize) {
    const batch = papers.slice(at, at + batchSize);
    const answers = await Promise.all(
      batch.map((paper) => index.addCustomRecord(toRecord(paper, language))),
    );
    answers.forEach(({ errors }, i) => {
      if (errors.length > 0)
        throw new Error(
          `Pagefind could not index papers/${batch[i].record.slug}: ${errors.join('; ')}`,
        );
    });
  }
  const made = `${folder}.made`;
  try {
    const { errors } = await index.writeFiles({ outputPath: made });
    if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
    await index.deleteIndex();
    mkdirSync(folder, { recursive: true });
    // One by one: the folder of the newest segment may contain other segments already.
    for (const name of readdirSync(made)) {
      if (!(withEngine ? !isUnused.test(name) : isOfIndex.test(name))) continue;
      rmSync(join(folder, name), { recursive: true, force: true });
      renameSync(join(made, name), join(folder, name));
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return readNames(join(folder, 'fragment'));
}

function toRecord({ record, content }: PaperText, language: string) {
  const { slug, title, days, hasCode } = record;
  return {
    url: `/papers/${slug}/`,
    content,
    language,
    // Pagefind searches all metadata, so it contains nothing else.
    meta: { title },
    filters: hasCode ? { has: ['code'] } : ({} as Record<string, string[]>),
    sort: { day: days.at(-1) ?? '' },
  };
}

/** The first bytes of each uncompressed file of Pagefind. */
const signature = 'pagefind_dcd';

/**
 * Pagefind's name of each paper's fragment, by slug. It is known only from the fragments.
 * @param folder of the fragments, which does not exist if there are no papers
 * @throws {Error} when a fragment has another form
 */
function readNames(folder: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const text = gunzipSync(readFileSync(join(folder, file))).toString();
    const { url } = JSON.parse(text.slice(signature.length)) as { url: string };
    const slug = /^\/papers\/([^/]+)\/$/.exec(url)?.[1];
    if (!text.startsWith(signature) || !slug)
      throw new Error(`The fragment ${file} of Pagefind has another form than expected.`);
    names.set(slug, file.replace(/\.pf_fragment$/, ''));
  }
  return names;
}
