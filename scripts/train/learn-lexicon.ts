import type { Lexicon } from '../../src/restore/lexicon.ts';
import { setUse } from '../../src/restore/lexicon.ts';
import { KIND } from '../../src/restore/tokenize.ts';
import type { Example } from './make-example.ts';

/**
 * Counts each word's texts in and out of formulas and keeps the words seen in three texts or more.
 */
export function learnLexicon(examples: Iterable<Example>, bits: number): Lexicon {
  const counts = new Map<number, { prose: number; math: number; seen: number }>();
  for (const { tokens, labels } of examples) {
    const here = new Map<number, number>();
    for (let i = 0; i < tokens.count; i++)
      if (tokens.kinds[i] === KIND.word)
        here.set(tokens.exact[i], (here.get(tokens.exact[i]) ?? 0) | (labels[i] === 0 ? 1 : 2));
    for (const [hash, use] of here) {
      const c = counts.get(hash) ?? { prose: 0, math: 0, seen: 0 };
      if (use & 1) c.prose++;
      if (use & 2) c.math++;
      c.seen++;
      counts.set(hash, c);
    }
  }
  const lexicon: Lexicon = { bits, uses: new Uint8Array(1 << (bits - 2)) };
  for (const [hash, c] of [...counts].sort((a, b) => a[1].seen - b[1].seen || a[0] - b[0])) {
    if (c.seen < 3) continue;
    const share = c.math / (c.math + c.prose);
    setUse(lexicon, hash, share < 0.02 ? 1 : share > 0.85 ? 3 : 2);
  }
  return lexicon;
}
