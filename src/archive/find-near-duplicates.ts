import { wordSet } from '../text/word-overlap.ts';
import type { Paper } from './archive.ts';
import { OverlapIndex, sampleShingles } from './overlap-index.ts';
import { textDigest } from './text-digest.ts';

/** Share of words from which two papers may be the same: they stay two and are reported. */
export const likeAbstract = 0.6;

/** Two papers that may be the same paper; they stay two and are reported. */
export interface NearDuplicate {
  titles: [string, string];
  /** Share of words their abstracts have in common. */
  overlap: number;
}

/** Most similar first. */
const compareAlike = (a: NearDuplicate, b: NearDuplicate): number =>
  b.overlap - a.overlap || (a.titles.join('\n') < b.titles.join('\n') ? -1 : 1);

/** The pairs among some papers, with the data that a later search can reuse. */
export interface FoundPairs {
  /** Most similar first. */
  pairs: NearDuplicate[];
  /** A digest of each text, with the identity of its paper. */
  texts: string[];
  /** Samples of the shingles of texts, by their digests. */
  samples: [digest: string, sample: readonly number[]][];
}

/**
 * Finds pairs of papers with very similar abstracts.
 * @param before an earlier result; it is returned if there are no other papers now
 */
export function findNearDuplicates(
  papers: readonly Pick<Paper, 'identity' | 'revisions'>[],
  before?: FoundPairs,
): FoundPairs {
  const entries = papers.flatMap(({ identity, revisions }, paper) =>
    revisions.map(({ title, abstract }) => {
      const digest = textDigest(title, abstract);
      return { paper, title, abstract, digest, text: `${digest} ${identity}` };
    }),
  );
  const texts = entries.map(({ text }) => text);
  const present = new Set(texts);
  // If all earlier texts still exist, the pairs among them have not changed.
  const kept = before?.texts.every((text) => present.has(text)) ? before : undefined;
  const known = new Set(kept?.texts);
  const fresh = entries.flatMap(({ text }, i) => (known.has(text) ? [] : [i]));
  if (kept && fresh.length === 0) return kept;
  const samples = new Map(before?.samples);
  const words: ReadonlySet<string>[] = [];
  const wordsOf = (i: number): ReadonlySet<string> => {
    words[i] ??= wordSet(entries[i].abstract);
    return words[i];
  };
  const ownSamples = entries.map(
    ({ digest }, i) => samples.get(digest) ?? [...sampleShingles(wordsOf(i))],
  );
  const index = new OverlapIndex<number>(likeAbstract);
  ownSamples.forEach((sample, i) => {
    index.add(i, sample, () => wordsOf(i));
  });
  const pairs = new Map<string, NearDuplicate>();
  for (const i of fresh) {
    if (wordsOf(i).size === 0) continue;
    for (const { item, overlap } of index.find(wordsOf(i), ownSamples[i])) {
      const [a, b] = [entries[item], entries[i]].sort((x, y) => x.paper - y.paper);
      if (a.paper === b.paper) continue;
      pairs.set(`${a.paper} ${b.paper}`, { titles: [a.title, b.title], overlap });
    }
  }
  return {
    pairs: [...(kept?.pairs ?? []), ...pairs.values()].sort(compareAlike),
    texts,
    samples: entries.map(({ digest }, i) => [digest, ownSamples[i]]),
  };
}
