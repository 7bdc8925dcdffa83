import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEntries, mergeLists } from '../../../../src/client/list/merge-lists.ts';
import { anyEntry, anyList, makeEntry } from './make-entry.ts';

const early = '2025-04-01T08:00:00.000Z';
const late = '2025-06-01T08:00:00.000Z';

describe('two entries of one paper', () => {
  test('are saved and read since the earlier time', () => {
    const merged = mergeEntries(
      makeEntry({ savedAt: late, readAt: early }),
      makeEntry({ savedAt: early, readAt: undefined, changedAt: late }),
    );
    expect(merged).toMatchObject({ savedAt: early, readAt: early, changedAt: late });
  });

  test('have the title that was seen last', () => {
    const old = makeEntry({ title: 'Old', slug: 'old', changedAt: early });
    const renamed = makeEntry({ title: 'New', slug: 'new', changedAt: late });
    expect(mergeEntries(old, renamed)).toMatchObject({ title: 'New', slug: 'new' });
    expect(mergeEntries(renamed, old)).toMatchObject({ title: 'New', slug: 'new' });
  });

  test('have the title of the one that is saved, where the other is only read', () => {
    const saved = makeEntry({ changedAt: early });
    const read = { id: saved.id, readAt: late, changedAt: late };
    expect(mergeEntries(read, saved)).toEqual({ ...saved, readAt: late, changedAt: late });
  });

  test.each([
    ['one', 'two', 'one\n\ntwo'],
    ['one', 'one\n\ntwo', 'one\n\ntwo'],
    ['one\n\ntwo', 'two', 'one\n\ntwo'],
    ['is', 'this', 'is\n\nthis'],
    ['same', 'same', 'same'],
    [undefined, 'two', 'two'],
    ['one', undefined, 'one'],
    [undefined, undefined, undefined],
  ])('with notes %j and then %j have %j', (older, newer, both) => {
    const merged = mergeEntries(
      makeEntry({ note: older, changedAt: early }),
      makeEntry({ note: newer, changedAt: late }),
    );
    expect(merged.note).toBe(both);
  });
});

test('lists are joined in their order, each paper once', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => makeEntry({ id }));
  expect(mergeLists([b, a], [c, b]).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

describe('for any lists', () => {
  const byId = (list: readonly { id: string }[]) =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

  test('nothing is lost', () => {
    fc.assert(
      fc.property(anyList, anyList, (ours, theirs) => {
        const merged = new Map(mergeLists(ours, theirs).map((entry) => [entry.id, entry]));
        for (const { id, savedAt, readAt, note } of [...ours, ...theirs]) {
          const entry = merged.get(id);
          expect(entry?.note ?? '').toContain(note ?? '');
          if (savedAt) expect(entry?.savedAt && entry.savedAt <= savedAt).toBe(true);
          if (readAt) expect(entry?.readAt && entry.readAt <= readAt).toBe(true);
        }
        expect(merged.size).toBe(new Set([...ours, ...theirs].map(({ id }) => id)).size);
      }),
    );
  });

  test('merging again changes nothing', () => {
    fc.assert(
      fc.property(anyList, anyList, (ours, theirs) => {
        const merged = mergeLists(ours, theirs);
        expect(mergeLists(merged, theirs)).toEqual(merged);
        expect(mergeLists(merged, ours)).toEqual(merged);
      }),
    );
  });

  test('it does not matter which list is taken into which', () => {
    fc.assert(
      fc.property(anyList, anyList, (ours, theirs) => {
        expect(byId(mergeLists(ours, theirs))).toEqual(byId(mergeLists(theirs, ours)));
      }),
    );
  });

  test('an entry merged with itself is itself', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(mergeEntries(entry, entry)).toEqual(entry);
      }),
    );
  });
});
