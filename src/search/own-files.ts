import { compare } from '../text/compare.ts';
import { makeAuthorShards } from './author-shards.ts';
import { type FacetedPaper, makeFacets, writeFacets } from './facets.ts';
import { readShownText } from './indexed-text.ts';
import { writePaperIds } from './paper-ids.ts';
import type { TitleRecord } from './title-records.ts';
import { makeShards, shardCount } from './title-shards.ts';
import { countWords, writeVocabulary } from './word-list.ts';

/** The file of the values of all facets. */
export const facetsFile = 'facets.json';
/** The file of Pagefind's ids of papers. */
export const idsFile = 'ids.txt';
/** The file of the words for suggestions of spellings. */
export const wordsFile = 'words.txt';
/** The file of the titles with formulas: HTML by slug. */
export const typesetFile = 'typeset.json';
/** The file of a shard of titles. */
export const titlesFile = (shard: number): string => `titles/${shard}.txt`;
/** The file of a shard of authors. */
export const authorsFile = (shard: number): string => `authors/${shard}.txt`;

const shards = Array.from({ length: shardCount }, (_, shard) => shard);

/** The files that `makeOwnFiles` makes, in its order. All exist in every segment, so that no request fails. */
export const ownFiles: readonly string[] = [
  ...shards.map(titlesFile),
  ...shards.map(authorsFile),
  ...[facetsFile, idsFile, wordsFile, typesetFile],
];

/** A paper of the index. */
export interface OwnPaper {
  record: TitleRecord;
  authors: readonly string[];
  facets: FacetedPaper;
  /** Slugs that it had before; reading lists may contain them. */
  formerSlugs: readonly string[];
  /** HTML of its title, where that has formulas. */
  typesetTitle?: string;
  /** Its indexed text: see `readIndexedText`. */
  content: string;
}

/**
 * The texts of the index of a segment besides Pagefind's.
 * @param papers in any order
 */
export function makeOwnFiles(papers: readonly OwnPaper[]): string[] {
  const dayOf = ({ record }: OwnPaper): string => record.days.at(-1) ?? '';
  const newestFirst = papers.toSorted(
    (a, b) => compare(dayOf(b), dayOf(a)) || compare(a.record.slug, b.record.slug),
  );
  const ids = newestFirst.map((paper) => ({
    ...{ id: paper.record.id, day: dayOf(paper) },
    slugs: [paper.record.slug, ...paper.formerSlugs],
  }));
  const typeset = newestFirst.flatMap(({ record, typesetTitle }) =>
    typesetTitle ? [[record.slug, typesetTitle]] : [],
  );
  return [
    ...makeShards(newestFirst.map(({ record }) => record)),
    ...makeAuthorShards(newestFirst.map(({ record: { id }, authors }) => ({ id, authors }))),
    writeFacets(makeFacets(newestFirst.map(({ facets }) => facets))),
    writePaperIds(ids),
    writeVocabulary(countWords(papers.map(({ content }) => readShownText(content)))),
    JSON.stringify(Object.fromEntries(typeset)),
  ];
}
