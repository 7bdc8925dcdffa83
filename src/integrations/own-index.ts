import { readShownText } from '../search/indexed-text.ts';
import { writePaperIds } from '../search/paper-ids.ts';
import { makeShards } from '../search/title-shards.ts';
import { makeVocabulary } from '../search/vocabulary.ts';
import { readIndexedPapers } from './indexed-papers.ts';

/** A file of the index, its path relative to the index. */
interface OwnFile {
  path: string;
  content: string;
}

/**
 * The files that stand in front of Pagefind: titles in shards, the vocabulary, the names that Pagefind
 * has for papers, and the titles that have formulas, typeset. Made of what Pagefind has read, so that
 * the two never disagree; the same for the same papers.
 * @param files what Pagefind made
 * @param typeset HTML of titles with formulas, by slug
 * @param moved slugs that papers have now, by those that they had: reading lists may hold either
 */
export function makeOwnIndex(
  files: readonly { path: string; content: Uint8Array }[],
  typeset: Readonly<Record<string, string>>,
  moved: Readonly<Record<string, string>>,
): OwnFile[] {
  const papers = readIndexedPapers(files);
  const records = papers.map(({ record }) => record);
  const ids = new Map(records.map(({ slug, id }) => [slug, id]));
  for (const [before, now] of Object.entries(moved)) {
    const id = ids.get(now);
    if (id) ids.set(before, id);
  }
  return [
    ...makeShards(records).map((content, i) => ({ path: `titles/${i}.txt`, content })),
    {
      path: 'words.txt',
      content: makeVocabulary(papers.map(({ content }) => readShownText(content))),
    },
    { path: 'ids.txt', content: writePaperIds([...ids].map(([slug, id]) => ({ slug, id }))) },
    { path: 'typeset.json', content: JSON.stringify(typeset) },
  ];
}
