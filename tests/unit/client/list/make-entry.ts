import fc from 'fast-check';
import {
  type ListEntry,
  pruneEntry,
  type SavedEntry,
} from '../../../../src/client/list/list-entry.ts';

/** An entry of a saved paper, with what a test is about. */
export function makeEntry<Fields extends Partial<ListEntry>>(
  fields: Fields = {} as Fields,
): SavedEntry & Fields {
  return {
    id: 'a-paper',
    slug: 'a-paper',
    title: 'A Paper',
    day: '2025-03-11',
    savedAt: '2025-04-01T08:00:00.000Z',
    changedAt: '2025-04-01T08:00:00.000Z',
    ...fields,
  };
}

const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const slug = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,4}$/), { minLength: 1, maxLength: 3 })
  .map((words) => words.join('-'));
const kept = fc.option(time, { nil: undefined });

/** Any entry: of few papers, so that lists have some in common; notes as people and tests write them. */
export const anyEntry = fc
  .record({
    id: fc.oneof(fc.constantFrom('a', 'b', 'c-d'), slug),
    slug,
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    day: time.map((iso) => iso.slice(0, 10)),
    savedAt: kept,
    readAt: kept,
    note: fc.option(
      fc.oneof(fc.constantFrom('x', 'x\n\ny', 'y'), fc.string({ unit: 'grapheme' })),
      { nil: undefined },
    ),
    changedAt: fc.oneof(fc.constant('2025-04-01T08:00:00.000Z'), time),
  })
  .map(pruneEntry)
  .filter((entry) => entry !== undefined);

/** Any list: each paper stands in it once. */
export const anyList = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 12 });
