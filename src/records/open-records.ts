import { cacheFolder } from '../store/locations.ts';
import { RecordStore } from './record-store.ts';

/** What Astro bundles is loaded as modules of its own: the one store of a process is known by this name. */
const slot: unique symbol = Symbol.for('dayleaf.records') as never;
type Slot = { [slot]?: RecordStore };

/** The records of this checkout, opened once in a process. */
export function openRecords(): RecordStore {
  const holder = globalThis as Slot;
  holder[slot] ??= new RecordStore(cacheFolder());
  return holder[slot];
}

/** Closes them; who asks next opens them anew. */
export function closeRecords(): void {
  const holder = globalThis as Slot;
  holder[slot]?.close();
  holder[slot] = undefined;
}
