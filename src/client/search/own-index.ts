import { segmentsFile } from '../../search/index-segments.ts';
import { readPaperIds, readPaperRanks } from '../../search/paper-ids.ts';
import { readRecords, type TitleRecord } from '../../search/title-records.ts';
import { shardOf, titleWords } from '../../search/title-shards.ts';
import { readVocabulary, type VocabularyWord } from '../../search/word-list.ts';
import { ownIndexUrl } from '../../urls.ts';
import { fetchText } from '../page/fetch-text.ts';

/** The files in front of Pagefind, each fetched once, when it is first needed. */
const files = new Map<string, Promise<string>>();

/** A file of the index: `words.txt`. @throws {Error} where there is none, as in dev */
export function fetchFile(name: string): Promise<string> {
  const known = files.get(name);
  if (known) return known;
  const text = fetchText(ownIndexUrl(name));
  files.set(name, text);
  text.catch(() => files.delete(name));
  return text;
}

/** More words than this hardly leave a title over. */
const mostShards = 5;

/** The papers that may have a query's words in their titles; of frequent words the newest. */
export async function fetchTitles(query: string): Promise<TitleRecord[]> {
  const shards = new Set(titleWords(query).map(shardOf));
  const texts = await Promise.all(
    [...shards].slice(0, mostShards).map((shard) => fetchFile(`titles/${shard}.txt`)),
  );
  const records = new Map(texts.flatMap(readRecords).map((record) => [record.slug, record]));
  return [...records.values()];
}

/** The words that spellings are offered from. */
export async function fetchVocabulary(): Promise<VocabularyWord[]> {
  return readVocabulary(await fetchFile('words.txt'));
}

/** What Pagefind calls these papers. */
export async function fetchPaperIds(slugs: Iterable<string>): Promise<Set<string>> {
  return readPaperIds(await fetchFile('ids.txt'), slugs);
}

/**
 * Where papers stand in time, 0 for the newest, by what Pagefind calls them; undefined where the index has one
 * segment, which gives them in that order by itself.
 */
export async function fetchPaperRanks(): Promise<ReadonlyMap<string, number> | undefined> {
  if ((await fetchSegments()).length === 0) return undefined;
  return readPaperRanks(await fetchFile('ids.txt'));
}

/** The segments of Pagefind's index besides the newest, the newer ones first. */
export async function fetchSegments(): Promise<string[]> {
  return JSON.parse(await fetchFile(segmentsFile));
}

/** The titles that have formulas, as the build typeset them: HTML by slug. */
export async function fetchTypesetTitles(): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await fetchFile('typeset.json'));
}
