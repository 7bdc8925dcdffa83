import { foldWords } from '../text/fold-words.ts';
import type { TitleRecord } from './title-records.ts';

/**
 * The papers in whose titles every word of a query stands or begins a word, best first: those that
 * begin with the query, then those that hold it as it stands, then those with whole words of it; among
 * equals the order is kept.
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
