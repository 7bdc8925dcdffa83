import type { UncertainPair } from '../archive/find-uncertain.ts';
import type { KnownTexts } from '../archive/identify-papers.ts';
import type { KnownCaptures, StoredCapture } from '../store/read-seeds.ts';
import { digestCode } from './code-version.ts';
import { digest } from './digest.ts';
import type { RecordStore } from './record-store.ts';

/** What an earlier build has found in seeds that have not changed since. */
export interface KnownReading {
  captures: KnownCaptures;
  texts: KnownTexts;
  /** Keeps what was read this time for the next, and nothing else. */
  keep(): void;
}

/** Entries of an earlier build, samples of their texts, and the pairs of papers found among them. */
interface KeptTexts {
  entries: string[];
  samples: [digest: string, sample: readonly number[]][];
  pairs: UncertainPair[];
}

/**
 * Opens what the store knows of seeds.
 * @param onNew called for each capture that it does not know
 */
export async function openKnownReading(
  store: RecordStore,
  onNew?: () => void,
): Promise<KnownReading> {
  const version = await digestCode(['src/store/read-seeds.ts', 'src/archive/identify-papers.ts']);
  const known = store.readAll<StoredCapture>('capture');
  const used = new Map<string, StoredCapture>();
  const keyOf = (key: string): string => digest(version, key);
  const kept = store.read<KeptTexts>('text', version);
  const samples: KnownTexts['samples'] = new Map(kept?.samples);
  return {
    captures: {
      get: (key) => {
        const capture = known.get(keyOf(key));
        if (capture === undefined) onNew?.();
        return capture;
      },
      set: (key, capture) => used.set(keyOf(key), capture),
    },
    texts: {
      samples,
      recallPairs: (entries, find) => {
        const present = new Set(entries);
        // Of entries that are all there still, the pairs are what they were.
        const before = kept?.entries.every((entry) => present.has(entry)) ? kept : undefined;
        const known = new Set(before?.entries);
        const fresh = entries.flatMap((entry, i) => (known.has(entry) ? [] : [i]));
        const pairs = [...(before?.pairs ?? []), ...find(fresh)];
        if (fresh.length > 0)
          store.replace('text', [[version, { entries, samples: [...samples], pairs }]]);
        return pairs;
      },
    },
    keep: () => {
      store.prune('capture', new Set(used.keys()));
      store.write(
        'capture',
        [...used].filter(([key]) => !known.has(key)),
      );
    },
  };
}
