/**
 * Whether this is the long tier (`npm run test:long` sets `TEST_TIER=long`): all cases, and properties with all
 * their runs. The other tiers take a part of what is slow and rarely breaks.
 */
export const isLong = process.env.TEST_TIER === 'long';

/** fast-check's number of runs of a property: `count` in the long tier, a tenth of it in the others. */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: isLong ? count : Math.ceil(count / 10),
});

/** The cases of a table: all in the long tier, the first `count` in the others. */
export const firstCases = <Case>(count: number, cases: readonly Case[]): Case[] =>
  isLong ? [...cases] : cases.slice(0, count);
