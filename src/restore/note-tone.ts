import { hashLower } from './hash.ts';
import type { Tokens } from './tokenize.ts';

const hashes = (words: string): Set<number> =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map((w) => hashLower(w, 0, w.length)),
  );
const THEORY =
  hashes(`prove proves proved proof theorem lemma bound bounds bounded lower upper polynomial polynomially logarithmic convergence converges asymptotic asymptotically regret convex nonconvex strongly smooth
  matrix matrices graph graphs vertices vertex edges algebra dimension dimensional integer integers finite infinite function functions distribution probability estimator estimators let denote denotes denoted where exists every given
  constant factor approximation norm operator sequence set sets space spaces stochastic gaussian linear optimal sample minimax kernel rank`);
const TRADE =
  hashes(`dataset datasets benchmark benchmarks llm llms language gpt video videos image images agent agents agentic reasoning code generation multimodal diffusion pretraining training tuning users user
  tasks human visual text vision prompt prompts open source tokens token transformer transformers pipeline robot robots robotic speech audio editing open-source state-of-the-art annotations instruction instructions reward policy`);

/**
 * How a text sounds: 0–3 for the words of theorems times four plus 0–3 for the words of systems and
 * benchmarks.
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
