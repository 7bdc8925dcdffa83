import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { TitleRecord } from '../search/title-records.ts';

/** Pagefind's own user interfaces: Dayleaf has one, and these are not the same in every build. */
const isUnused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;
/** What an index needs where the engine is loaded from another one. */
const isOfIndex = /^(pagefind-entry\.json|pagefind\..*\.pf_meta|index|fragment|filter)$/;

/** A paper with all text that is indexed of it. */
export interface PaperText {
  record: TitleRecord;
  content: string;
}

/** Records that are given to Pagefind before it has answered for the first of them. */
const batchSize = 500;

/**
 * Indexes papers with Pagefind, into a folder.
 * @param withEngine whether Pagefind's scripts are put beside the index
 * @returns what Pagefind calls each paper, by slug
 * @throws {Error} where Pagefind does not start, or refuses a paper
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
    if (errors.length > 0) throw new Error(`Pagefind gave no index: ${errors.join('; ')}`);
    await index.deleteIndex();
    mkdirSync(folder, { recursive: true });
    // One by one: other segments may lie in the folder of the newest already.
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
    // Pagefind searches all of it: nothing else may stand here.
    meta: { title },
    filters: hasCode ? { has: ['code'] } : ({} as Record<string, string[]>),
    sort: { day: days.at(-1) ?? '' },
  };
}

/** What each file of Pagefind begins with, uncompressed. */
const signature = 'pagefind_dcd';

/**
 * What Pagefind calls each paper, by slug: it says so nowhere but in the fragments that it has written.
 * @param folder of the fragments; there is none where there are no papers
 * @throws {Error} where a fragment has another form
 */
function readNames(folder: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const text = gunzipSync(readFileSync(join(folder, file))).toString();
    const { url } = JSON.parse(text.slice(signature.length)) as { url: string };
    const slug = /^\/papers\/([^/]+)\/$/.exec(url)?.[1];
    if (!text.startsWith(signature) || !slug)
      throw new Error(`Pagefind writes its fragments in another form: ${file}.`);
    names.set(slug, file.replace(/\.pf_fragment$/, ''));
  }
  return names;
}
