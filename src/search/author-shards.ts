import { nameWords } from './match-authors.ts';
import { shardCount, shardOf } from './title-shards.ts';

/** An author of papers. */
export interface AuthorRecord {
  /** As papers have it: `Geoffrey Hinton`. */
  name: string;
  /** The papers' ids in Pagefind's index, newest first. */
  ids: string[];
}

/** The shards with the authors that have all words of a name, or words that begin with them. */
export function authorShards(name: string): number[] {
  const words = nameWords(name);
  const long = words.filter((word) => word.length > 1);
  // Initials are used only for names that consist of initials.
  return [...new Set((long.length > 0 ? long : words).map(shardOf))];
}

/**
 * The texts of all shards: a line for each author with a word in the shard, in order, with name and ids separated by
 * tabs.
 * @param papers newest first
 */
export function makeAuthorShards(
  papers: readonly { id: string; authors: readonly string[] }[],
): string[] {
  const idsOf = new Map<string, string[]>();
  for (const { id, authors } of papers)
    for (const name of new Set(authors.map((author) => author.replace(/\s+/g, ' ')))) {
      const ids = idsOf.get(name);
      if (ids) ids.push(id);
      else idsOf.set(name, [id]);
    }
  const shards = Array.from({ length: shardCount }, (): string[] => []);
  for (const [name, ids] of [...idsOf].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const shard of authorShards(name)) shards[shard]?.push([name, ...ids].join('\t'));
  return shards.map((lines) => lines.join('\n'));
}

/** The authors in a text of `makeAuthorShards`. */
export function readAuthors(text: string): AuthorRecord[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', ...ids] = line.split('\t');
    return ids.length > 0 ? { name, ids } : [];
  });
}
