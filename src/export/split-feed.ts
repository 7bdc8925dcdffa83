import { compare } from '../text/compare.ts';

/** An item with its place in the ledger; new items are appended. */
export interface Entered {
  /** Place in the ledger, from 0. */
  entered: number;
  /** ISO date of the day on which it changed last. */
  updated: string;
  /** ISO date of the day under which it is shown. */
  day: string;
}

/** The items of a feed by document. */
interface SplitFeed<Item> {
  /** The document to subscribe to: the latest day first, items of one day in the order of the ledger. */
  current: Item[];
  /** The archive documents by number, from 1, oldest first; items in the order of the ledger. */
  archives: Map<number, Item[]>;
}

/**
 * Distributes the items of a feed over its documents. An archive document has the items of `size` consecutive places
 * in the ledger, once all of these are taken: no later or removed item moves another one to a different document.
 * The current document has all items that are not archived yet, filled up with those that changed last.
 * @param size the maximum number of items of a document
 * @param places how many places of the ledger are taken
 * @see https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export function splitFeed<Item extends Entered>(
  items: readonly Item[],
  size: number,
  places: number,
): SplitFeed<Item> {
  const full = Math.floor(places / size);
  const inOrder = items.toSorted((a, b) => a.entered - b.entered);
  const archives = Map.groupBy(
    inOrder.filter(({ entered }) => entered < full * size),
    ({ entered }) => Math.floor(entered / size) + 1,
  );
  const open = inOrder.filter(({ entered }) => entered >= full * size);
  const rest = inOrder
    .slice(0, inOrder.length - open.length)
    .sort((a, b) => compare(b.updated, a.updated) || b.entered - a.entered)
    .slice(0, size - open.length);
  return {
    current: [...rest, ...open].sort((a, b) => compare(b.day, a.day) || a.entered - b.entered),
    archives,
  };
}
