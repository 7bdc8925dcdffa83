import { compare } from '../text/compare.ts';

/** Something that is entered behind all that were entered before. */
export interface Entered {
  /** Place in the ledger, from 0. */
  entered: number;
  /** ISO date of the day on which it changed last. */
  updated: string;
  /** ISO date of the day that it is shown under. */
  day: string;
}

/** What the documents of a feed hold. */
interface SplitFeed<Item> {
  /** The document that readers subscribe to: the latest day first, what is of one day as it was entered. */
  current: Item[];
  /** The archive documents by number, from 1, oldest first: items as they were entered. */
  archives: Map<number, Item[]>;
}

/**
 * Shares out the items of a feed among its documents. An archive document has the items of so many
 * places in the ledger, once all of them are taken: what is entered later never moves an item from one
 * document to another, nor does an item that is removed. The current document has all that are in no
 * archive document yet, and is filled with those that changed last.
 * @param size the most that a document holds
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
