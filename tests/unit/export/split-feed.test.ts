import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entered, splitFeed } from '../../../src/export/split-feed.ts';

const item = (entered: number, updated = '2025-03-11', day = updated): Entered => ({
  entered,
  updated,
  day,
});
const places = (items: readonly Entered[]): number[] => items.map(({ entered }) => entered);

describe('splitFeed', () => {
  it('keeps all in one document while they fit', () => {
    const { current, archives } = splitFeed([item(1), item(0)], 3, 2);
    expect(places(current)).toEqual([0, 1]);
    expect(archives.size).toBe(0);
  });

  it('archives full stretches of the ledger, and fills the current document', () => {
    const { current, archives } = splitFeed(
      [0, 1, 2, 3, 4, 5, 6].map((n) => item(n)),
      3,
      7,
    );
    expect([...archives].map(([number, of]) => [number, places(of)])).toEqual([
      [1, [0, 1, 2]],
      [2, [3, 4, 5]],
    ]);
    expect(places(current)).toEqual([4, 5, 6]);
  });

  it('shows what changed last first, and of one day in the order of the day', () => {
    const items = [item(0, '2025-03-14'), item(1), item(2, '2025-03-12'), item(3, '2025-03-12')];
    expect(places(splitFeed(items, 3, 4).current)).toEqual([0, 2, 3]);
  });

  it('shows a day in its place, though a later one reworded it', () => {
    const items = [
      item(0, '2025-03-14', '2025-03-11'),
      item(1, '2025-03-12'),
      item(2, '2025-03-14'),
    ];
    expect(places(splitFeed(items, 2, 3).current)).toEqual([2, 0]);
  });

  const archive = fc
    .uniqueArray(fc.nat(40), { maxLength: 30 })
    .map((list) => list.map((n) => item(n, `2025-03-${10 + ((n * 7) % 20)}`)));
  const size = fc.integer({ min: 1, max: 7 });

  it('loses nothing, and no document is longer than it may be', () => {
    fc.assert(
      fc.property(archive, size, (items, most) => {
        const { current, archives } = splitFeed(items, most, 41);
        const found = new Set(places([...current, ...[...archives.values()].flat()]));
        expect(found).toEqual(new Set(places(items)));
        expect(current.length).toBe(Math.min(most, items.length));
        for (const of of archives.values()) expect(of.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('never changes a full document, whatever is entered later or removed elsewhere', () => {
    fc.assert(
      fc.property(archive, size, fc.nat(40), (items, most, removed) => {
        const before = splitFeed(items, most, 41).archives;
        const later = [...items, item(41), item(47), item(90)];
        const grown = splitFeed(later, most, 91).archives;
        for (const [number, of] of before) expect(grown.get(number)).toEqual(of);
        const rest = items.filter(({ entered }) => entered !== removed);
        const shrunk = splitFeed(rest, most, 41).archives;
        for (const [number, of] of before)
          expect(shrunk.get(number) ?? []).toEqual(of.filter(({ entered }) => entered !== removed));
      }),
    );
  });
});
