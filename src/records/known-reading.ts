import type { FoundPairs } from '../archive/find-near-duplicates.ts';
import type { ReadSamples } from '../archive/identify-papers.ts';
import type { SeedCapture } from '../forms/read-seed.ts';
import type { KnownCaptures } from '../store/read-seeds.ts';
import { digestCode } from './code-version.ts';
import type { RecordStore } from './record-store.ts';
import { digest } from './text-digest.ts';

/** Results of an earlier build for seeds that have not changed since. */
export interface KnownReading {
  captures: KnownCaptures;
  readSamples: ReadSamples;
  /** Stores what was read this time for the next build, and removes the rest. */
  keep(): void;
}

/** Digest of the code that reads captures and compares texts; results of other versions are not reused. */
export const readingVersion = (): Promise<string> =>
  digestCode(['src/store/read-seeds.ts', 'src/archive/find-near-duplicates.ts']);

/**
 * Opens the stored results for seeds.
 * @param version of the code: see `readingVersion`
 * @param onNew called for each seed whose captures are not stored
 */
export function openKnownReading(
  store: RecordStore,
  version: string,
  onNew?: () => void,
): KnownReading {
  const known = store.readAll<readonly SeedCapture[]>('capture');
  const used = new Map<string, readonly SeedCapture[]>();
  const keyOf = (key: string): string => digest(version, key);
  return {
    captures: {
      get: (key) => {
        const captures = known.get(keyOf(key));
        if (captures === undefined) onNew?.();
        return captures;
      },
      set: (key, captures) => used.set(keyOf(key), captures),
    },
    readSamples: () => new Map(store.read<FoundPairs>('text', version)?.samples),
    keep: () => {
      store.prune('capture', new Set(used.keys()));
      store.write(
        'capture',
        [...used].filter(([key]) => !known.has(key)),
      );
    },
  };
}
