import { foldWords } from '../text/fold-words.ts';
import type { TitleRecord } from './title-records.ts';

/**
 * The papers whose titles have, for every word of a query, a word that begins with it, best first:
 * titles that begin with the query, then those that contain it, then those with more whole words of it.
 * Otherwise the order stays.
 */
export function matchTitles(records: readonly TitleRecord[], query: string): TitleRecord[] {
  const asked = foldWords(query);
  if (asked.length === 0) return [];
  const phrase = ` ${asked.join(' ')}`;
  return records
    .flatMap((record) => {
      const words = foldWords(record.title);
      if (!asked.every((word) => words.some((other) => other.startsWith(word)))) return [];
      const title = ` ${words.join(' ')} `;
      const whole = asked.filter((word) => words.includes(word)).length;
      const isPhrase = title.includes(`${phrase} `);
      const score = (title.startsWith(phrase) && isPhrase ? 4 : 0) + (isPhrase ? 2 : 0);
      return { record, score: score + whole / asked.length };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ record }) => record);
}
