import { createHash } from 'node:crypto';
import type { IdentifiedCapture } from '../../../src/archive/date-captures.ts';

/** A date line as tests write it: `Mar 11`, or with a year. */
export interface TestDate {
  month: number;
  day: number;
  year?: number;
}

/** 11 March without a year, as on the page itself. */
export const march11: TestDate = { month: 3, day: 11 };

/** The words `w<from>` to `w<from + 99>`: two such texts share words as their ranges overlap. */
export function makeAbstract(from: number): string {
  return Array.from({ length: 100 }, (_, i) => `w${from + i}`).join(' ');
}

/** A capture of pairs of title and abstract; equal contents have an equal SHA-256. */
export function makeCapture(
  name: string,
  date: TestDate,
  pairs: readonly (readonly [title: string, abstract: string])[],
): IdentifiedCapture {
  const nameDate = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  return {
    file: `seeds/${name}`,
    date: { ...date, line: 1, column: 1, text: `${date.month}/${date.day}` },
    ...(nameDate && { nameDate }),
    entries: pairs.map(([title, abstract], i) => ({ rank: i + 1, title, abstract, line: i + 3 })),
    header: [],
    sha256: createHash('sha256')
      .update(JSON.stringify([date, pairs]))
      .digest('hex'),
  };
}
