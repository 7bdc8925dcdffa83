import type { Archive } from '../archive/archive.ts';

/** An archive with the keys of its papers' records, by slug. */
export interface OpenedArchive extends Archive {
  records: ReadonlyMap<string, string>;
}

/** Astro loads the loaders as separate modules: they get what a build has read through this symbol. */
const slot: unique symbol = Symbol.for('dayleaf.opened-archive') as never;
type Slot = { [slot]?: OpenedArchive };

/** Hands the archive that a build has read over to the loaders: the seeds are read once. */
export function handOver(archive: OpenedArchive | undefined): void {
  (globalThis as Slot)[slot] = archive;
}

/** The archive that was handed over; undefined if no build is running, as in dev. */
export const takeOver = (): OpenedArchive | undefined => (globalThis as Slot)[slot];
