import { makeAuthorShards } from './author-shards.ts';
import { type FacetedPaper, makeFacets, writeFacets } from './facets.ts';
import { type IndexSummary, segmentsFile } from './index-segments.ts';
import { writePaperIds } from './paper-ids.ts';
import type { TitleRecord } from './title-records.ts';
import { makeShards, shardCount } from './title-shards.ts';

/** The file of the values of all facets. */
export const facetsFile = 'facets.json';
/** The file of Pagefind's ids of papers. */
export const idsFile = 'ids.txt';
/** The file of a shard of titles. */
export const titlesFile = (shard: number): string => `titles/${shard}.txt`;
/** The file of a shard of authors. */
export const authorsFile = (shard: number): string => `authors/${shard}.txt`;

const shards = Array.from({ length: shardCount }, (_, shard) => shard);

/** The files that `makeOwnFiles` makes, in its order. All exist in every archive, so that no request fails. */
export const ownFiles: readonly string[] = [
  ...shards.map(titlesFile),
  ...shards.map(authorsFile),
  ...[facetsFile, idsFile, segmentsFile],
];

/** A paper of the index. */
export interface OwnPaper {
  record: TitleRecord;
  authors: readonly string[];
  facets: FacetedPaper;
  /** Slugs that it had before; reading lists may contain them. */
  formerSlugs: readonly string[];
}

/**
 * The texts of the index that both the site and its portable edition have, besides their full text.
 * @param papers newest first
 */
export function makeOwnFiles(papers: readonly OwnPaper[], summary: IndexSummary): string[] {
  const ids = papers.flatMap(({ record: { slug, id }, formerSlugs }) =>
    [slug, ...formerSlugs].map((known) => ({ slug: known, id })),
  );
  return [
    ...makeShards(papers.map(({ record }) => record)),
    ...makeAuthorShards(papers.map(({ record: { id }, authors }) => ({ id, authors }))),
    writeFacets(makeFacets(papers.map(({ facets }) => facets))),
    writePaperIds(ids),
    JSON.stringify(summary),
  ];
}
