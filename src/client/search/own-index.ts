import type { AuthorQuery } from '../../search/author-query.ts';
import { type AuthorRecord, authorShards, readAuthors } from '../../search/author-shards.ts';
import { type Facets, readFacets } from '../../search/facets.ts';
import { type IndexSummary, segmentsFile } from '../../search/index-segments.ts';
import { authorsFile, facetsFile, idsFile, titlesFile } from '../../search/own-files.ts';
import { readPaperIds, readPaperRanks } from '../../search/paper-ids.ts';
import { readRecords, type TitleRecord } from '../../search/title-records.ts';
import { shardOf, titleWords } from '../../search/title-shards.ts';
import { readVocabulary, type VocabularyWord } from '../../search/word-list.ts';
import { ownIndexUrl } from '../../urls.ts';
import { fetchText } from '../page/fetch-text.ts';

/** The files of the index beside Pagefind's, each fetched when it is first needed. */
const files = new Map<string, Promise<string>>();

/** The text of a file of the index: `words.txt`. @throws {Error} if there is none, as in dev */
export function fetchFile(name: string): Promise<string> {
  const known = files.get(name);
  if (known) return known;
  // The HTTP cache may have files of an earlier build.
  const text = fetchText(ownIndexUrl(name), { cache: 'no-cache' });
  files.set(name, text);
  text.catch(() => files.delete(name));
  return text;
}

/** With this many shards, hardly any title or name is left that has all words. */
const maxShards = 5;

const fetchShards = (
  shards: Iterable<number>,
  fileOf: (shard: number) => string,
): Promise<string[]> =>
  Promise.all([...shards].slice(0, maxShards).map((shard) => fetchFile(fileOf(shard))));

/** The papers that may have words of a query in their titles; the newest ones for frequent words. */
export async function fetchTitles(query: string): Promise<TitleRecord[]> {
  const shards = new Set(titleWords(query).map(shardOf));
  const texts = await fetchShards(shards, titlesFile);
  const records = new Map(texts.flatMap(readRecords).map((record) => [record.slug, record]));
  return [...records.values()];
}

/** The authors who may have a name, of which the last word may be the beginning of one. */
export async function fetchAuthors({ name }: Pick<AuthorQuery, 'name'>): Promise<AuthorRecord[]> {
  const texts = await fetchShards(authorShards(name), authorsFile);
  const authors = new Map(texts.flatMap(readAuthors).map((author) => [author.name, author]));
  return [...authors.values()];
}

/** The values of all facets, with Pagefind's ids of the papers that have them. */
export async function fetchFacets(): Promise<Facets<string>> {
  const [facets, ids] = await Promise.all([fetchFile(facetsFile), fetchFile(idsFile)]);
  return readFacets(facets, [...readPaperRanks(ids).keys()]);
}

/** The words for suggestions of spellings. */
export async function fetchVocabulary(): Promise<VocabularyWord[]> {
  return readVocabulary(await fetchFile('words.txt'));
}

/** Pagefind's ids of papers. */
export async function fetchPaperIds(slugs: Iterable<string>): Promise<Set<string>> {
  return readPaperIds(await fetchFile(idsFile), slugs);
}

/**
 * The order of papers by date, 0 for the newest, by Pagefind's ids; undefined if the index has one segment, which
 * Pagefind sorts by itself.
 */
export async function fetchPaperRanks(): Promise<ReadonlyMap<string, number> | undefined> {
  if ((await fetchSummary()).segments.length === 0) return undefined;
  return readPaperRanks(await fetchFile(idsFile));
}

let summaryFetchedAt = 0;

/** The summary of the index. @param maxAgeMs it is fetched again if it is older than this */
export async function fetchSummary(maxAgeMs = Number.POSITIVE_INFINITY): Promise<IndexSummary> {
  if (!files.has(segmentsFile) || Date.now() - summaryFetchedAt > maxAgeMs) {
    summaryFetchedAt = Date.now();
    files.delete(segmentsFile);
  }
  return JSON.parse(await fetchFile(segmentsFile));
}

/** The titles with formulas, as the build typeset them: HTML by slug. */
export async function fetchTypesetTitles(): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await fetchFile('typeset.json'));
}
