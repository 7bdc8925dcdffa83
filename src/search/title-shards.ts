import { foldWords } from '../text/fold-words.ts';
import { type TitleRecord, writeRecords } from './title-records.ts';

/**
 * The index of titles, which answers before Pagefind. A shard has, for each of the words that belong to
 * it, the newest papers with that word in their titles, so that one small file gives the first results
 * of a query. Pagefind then finds the others.
 */

/** Number of shards of a segment; all exist, so that no request fails. */
export const shardCount = 32;

/** Number of papers in a shard for each word. */
const papersPerWord = 10;

/**
 * The shard of a word, 0 to `shardCount` − 1. It depends on the first two letters only, so that the
 * beginning of a word has the same.
 * @param word folded, with two letters or more
 */
export function shardOf(word: string): number {
  const [a = '', b = ''] = word;
  return ((a.codePointAt(0) ?? 0) * 37 + (b.codePointAt(0) ?? 0)) % shardCount;
}

/** The words of a text that titles are indexed by. */
export function titleWords(text: string): string[] {
  return foldWords(text).filter((word) => word.length > 1);
}

/**
 * The texts of all shards.
 * @param records all papers, newest first
 */
export function makeShards(records: readonly TitleRecord[]): string[] {
  const shards = Array.from({ length: shardCount }, () => new Set<TitleRecord>());
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const word of new Set(titleWords(record.title))) {
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      if (count <= papersPerWord) shards[shardOf(word)]?.add(record);
    }
  }
  return shards.map((shard) => writeRecords([...shard]));
}
