import { type Lexicon, setUse, USE } from '../../src/restore/lexicon.ts';
import { KIND } from '../../src/restore/tokenize.ts';
import { makeExample } from './make-example.ts';

/** Words in fewer texts than this are left out. */
const FEWEST_TEXTS = 3;
/** Below and above these shares of texts in formulas, a word is prose or mathematics. */
const MOST_IN_PROSE = 0.02;
const LEAST_IN_MATH = 0.85;

/** The uses of the words of authors' texts, by the number of texts that have them in and out of formulas. */
export function learnLexicon(texts: readonly string[], bits: number): Lexicon {
  const counts = new Map<number, { prose: number; math: number; seen: number }>();
  for (const raw of texts) {
    const { tokens, labels } = makeExample(raw);
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
    if (c.seen < FEWEST_TEXTS) continue;
    const share = c.math / (c.math + c.prose);
    const use = share < MOST_IN_PROSE ? USE.prose : share > LEAST_IN_MATH ? USE.math : USE.either;
    setUse(lexicon, hash, use);
  }
  return lexicon;
}
