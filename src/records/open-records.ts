import { cacheFolder } from '../store/locations.ts';
import { RecordStore } from './record-store.ts';

/** Astro loads bundled code as separate modules: they share the store of the process through this symbol. */
const slot: unique symbol = Symbol.for('dayleaf.records') as never;
type Slot = { [slot]?: RecordStore };

/** The records of this checkout, opened once in a process. */
export function openRecords(): RecordStore {
  const holder = globalThis as Slot;
  holder[slot] ??= new RecordStore(cacheFolder());
  return holder[slot];
}

/** Closes the store; the next call of `openRecords` opens it again. */
export function closeRecords(): void {
  const holder = globalThis as Slot;
  holder[slot]?.close();
  holder[slot] = undefined;
}
