import type { AuthorQuery } from '../../search/author-query.ts';
import { type AuthorRecord, authorShards, readAuthors } from '../../search/author-shards.ts';
import { type Facets, mergeFacets, readFacets } from '../../search/facets.ts';
import { type IndexSummary, segmentPath, segmentsFile } from '../../search/index-segments.ts';
import {
  authorsFile,
  facetsFile,
  idsFile,
  titlesFile,
  typesetFile,
  wordsFile,
} from '../../search/own-files.ts';
import { readPaperDays, readPaperIds } from '../../search/paper-ids.ts';
import { readRecords, type TitleRecord } from '../../search/title-records.ts';
import { shardOf, titleWords } from '../../search/title-shards.ts';
import { mergeVocabularies, type VocabularyWord } from '../../search/word-list.ts';
import { ownIndexUrl } from '../../urls.ts';
import { fetchText } from '../page/fetch-text.ts';

/** The files of the index beside Pagefind's, each fetched when it is first needed. */
const files = new Map<string, Promise<string>>();

/** The text of a file of the index: `segments.json`. @throws {Error} if there is none, as in dev */
export function fetchFile(name: string): Promise<string> {
  const known = files.get(name);
  if (known) return known;
  // The HTTP cache may have files of an earlier build.
  const text = fetchText(ownIndexUrl(name), { cache: 'no-cache' });
  files.set(name, text);
  text.catch(() => files.delete(name));
  return text;
}

/** The texts of a file of each segment, the newest first. @throws {Error} if there is no index */
async function fetchEach(name: string): Promise<string[]> {
  const newest = fetchFile(name);
  // Reported below, after the summary.
  newest.catch(() => undefined);
  const { segments } = await fetchSummary();
  const older = segments.map((segment) => fetchFile(segmentPath(segment) + name));
  return Promise.all([newest, ...older]);
}

/** With this many shards, hardly any title or name is left that has all words. */
const maxShards = 5;

const fetchShards = (
  shards: Iterable<number>,
  fileOf: (shard: number) => string,
): Promise<string[]> =>
  Promise.all([...shards].slice(0, maxShards).map((shard) => fetchEach(fileOf(shard)))).then(
    (texts) => texts.flat(),
  );

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
  const byName = Map.groupBy(texts.flatMap(readAuthors), (author) => author.name);
  return [...byName].map(([name, same]) => ({
    name,
    ids: [...new Set(same.flatMap(({ ids }) => ids))],
  }));
}

/** The values of all facets, with Pagefind's ids of the papers that have them. */
export async function fetchFacets(): Promise<Facets<string>> {
  const [facets, ids] = await Promise.all([fetchEach(facetsFile), fetchEach(idsFile)]);
  return mergeFacets(
    facets.map((text, i) => readFacets(text, [...readPaperDays(ids[i] ?? '').keys()])),
  );
}

/** The words for suggestions of spellings. */
export async function fetchVocabulary(): Promise<VocabularyWord[]> {
  return mergeVocabularies(await fetchEach(wordsFile));
}

/** Pagefind's ids of papers. */
export async function fetchPaperIds(slugs: Iterable<string>): Promise<Set<string>> {
  const [wanted, texts] = [[...slugs], await fetchEach(idsFile)];
  return new Set(texts.flatMap((text) => [...readPaperIds(text, wanted)]));
}

/**
 * The latest days of papers by Pagefind's ids; undefined if the index has one segment, which Pagefind sorts by itself.
 */
export async function fetchPaperDays(): Promise<ReadonlyMap<string, string> | undefined> {
  if ((await fetchSummary()).segments.length === 0) return undefined;
  return new Map((await fetchEach(idsFile)).flatMap((text) => [...readPaperDays(text)]));
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
  return Object.assign({}, ...(await fetchEach(typesetFile)).map((text) => JSON.parse(text)));
}
