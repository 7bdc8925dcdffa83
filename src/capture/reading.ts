import type { Line } from './split-blocks.ts';

/** A block, or one line of a block whose blank lines are missing, as one text with its place. */
export interface Unit extends Line {
  /** Whether it is a part of a block, and was separated from its neighbours by its text. */
  isPart: boolean;
}

/** `title`, the `abstract`'s first paragraph, a `further` one, or an `orphan`, which is an error. */
export type Role = 'title' | 'abstract' | 'further' | 'orphan';

/** A unit and its role. */
export interface PairedUnit {
  unit: Unit;
  role: Role;
}

/** One decision of a reading, with those before it. */
export interface Step extends PairedUnit {
  before: Step | undefined;
}

/** A reading of the units so far; the fewer of each count, in this order, the better. */
export interface Reading {
  orphans: number;
  /** Units whose text contradicts their role; see `pairBlocks`. */
  oddities: number;
  furthers: number;
  splits: number;
  last: Step | undefined;
}

/** The best reading by what may come next: an abstract, a further paragraph or title, a title. */
export interface Readings {
  titled: Reading | undefined;
  open: Reading | undefined;
  closed: Reading | undefined;
}

/** A reading with one more oddity or split. */
export function charge(reading: Reading | undefined, count: 'oddities' | 'splits') {
  return reading && { ...reading, [count]: reading[count] + 1 };
}

/** A reading with one more unit; nothing where there is no such reading. */
export function extend(reading: Reading | undefined, unit: Unit, role: Role, isOdd = false) {
  return (
    reading && {
      orphans: reading.orphans + Number(role === 'orphan'),
      oddities: reading.oddities + Number(isOdd),
      furthers: reading.furthers + Number(role === 'further'),
      splits: reading.splits,
      last: { unit, role, before: reading.last },
    }
  );
}

/** The best of some readings; the first of equals, nothing of none. */
export function pickBest(...readings: (Reading | undefined)[]): Reading | undefined {
  let best: Reading | undefined;
  for (const reading of readings) {
    if (reading && (!best || compareReadings(reading, best) < 0)) best = reading;
  }
  return best;
}

function compareReadings(a: Reading, b: Reading): number {
  return (
    a.orphans - b.orphans ||
    a.oddities - b.oddities ||
    a.furthers - b.furthers ||
    a.splits - b.splits
  );
}
