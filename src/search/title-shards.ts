import { foldWords } from '../text/fold-words.ts';
import { type TitleRecord, writeRecords } from './title-records.ts';

/**
 * The index of titles in front of Pagefind. A shard holds, for each word of those that begin with its
 * letters, the newest papers with that word in their titles, so that one small file answers a query's
 * beginning; what it leaves out Pagefind finds, a moment later.
 */

/** How many shards there are: all exist in every archive, so that none is asked for in vain. */
export const shardCount = 128;

/** How many papers a shard holds of one word. */
const papersPerWord = 10;

/**
 * The shard that a word is looked up in, 0 to `shardCount` − 1.
 * @param word folded, two letters or more: the first two decide, so that beginnings of a word find it
 */
export function shardOf(word: string): number {
  const [a = '', b = ''] = word;
  return ((a.codePointAt(0) ?? 0) * 37 + (b.codePointAt(0) ?? 0)) % shardCount;
}

/** The words of a text that titles are looked up by. */
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
