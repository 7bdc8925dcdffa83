import { hashLower } from './hash.ts';
import type { Tokens } from './tokenize.ts';

const hashes = (words: string): Set<number> =>
  new Set(words.split(/\s+/).map((w) => hashLower(w, 0, w.length)));
const THEORY =
  hashes(`prove proves proved proof theorem lemma bound bounds bounded lower upper polynomial polynomially logarithmic convergence converges asymptotic asymptotically regret convex nonconvex strongly smooth
  matrix matrices graph graphs vertices vertex edges algebra dimension dimensional integer integers finite infinite function functions distribution probability estimator estimators let denote denotes denoted where exists every given
  constant factor approximation norm operator sequence set sets space spaces stochastic gaussian linear optimal sample minimax kernel rank`);
const TRADE =
  hashes(`dataset datasets benchmark benchmarks llm llms language gpt video videos image images agent agents agentic reasoning code generation multimodal diffusion pretraining training tuning users user
  tasks human visual text vision prompt prompts open source tokens token transformer transformers pipeline robot robots robotic speech audio editing open-source state-of-the-art annotations instruction instructions reward policy`);

/**
 * How frequent the words of theorems (`theory`) and of systems and benchmarks (`trade`) are in a
 * text: 4 × a level of 0 to 3 plus another.
 */
export function noteTone(tokens: Tokens): number {
  let theory = 0;
  let trade = 0;
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.lower[i];
    if (THEORY.has(hash)) theory++;
    else if (TRADE.has(hash)) trade++;
  }
  const level = (n: number): number => {
    const share = (100 * n) / (tokens.count + 20);
    return share < 1 ? 0 : share < 3 ? 1 : share < 6 ? 2 : 3;
  };
  return level(theory) * 4 + level(trade);
}

/** Whether a tone has more of systems than of theorems. */
export const isTradeTone = (tone: number): boolean => (tone & 3) > tone >> 2;
