import { expSteps } from './exp-table.ts';
import { CONTEXTS, fillContexts, type PreparedFormula } from './formula-context.ts';
import { type FormulaState, readLatex, STEP, startFormula } from './formula-state.ts';
import { mixHash } from './hash.ts';
import { mayEndGroup } from './legal-steps.ts';
import { type Decoder, listCandidates, takeStep } from './list-candidates.ts';
import { weighName, weighStep } from './weigh-step.ts';

/** A decoded formula with its probability among all formulas that the channel turns into the capture. */
export interface DecodedFormula {
  latex: string;
  probability: number;
}
/** States that are kept at each position. */
const BEAM = 8;
/** Formulas that are returned. */
const MOST_RESULTS = 3;
/** Longer formulas, in characters, are not decoded; none of the 90,000 training abstracts has one. */
const MAX_LENGTH = 400;
/** Odds of a formula with unmatched brackets. */
const UNBALANCED = 0.3;
/** Odds of a `\|` without a partner. */
const LONE_BAR = 0.1;
/** Steps and removed names that are less probable than this are not followed. */
const LEAST_STEP = 1e-4;
const LEAST_NAME = 1e-3;
const NAME_SEED = 0x2545f491;

/**
 * Writes the rows of the decoder's table that a step addresses in its contexts to `out`; with
 * `names` those that score the name of a removed command instead.
 */
export function fillRows(
  contexts: Int32Array,
  meaning: number,
  names: boolean,
  bits: number,
  out: Int32Array,
): void {
  const seed = names ? mixHash(meaning, NAME_SEED) : meaning;
  for (let k = 0; k < CONTEXTS; k++) out[k] = mixHash(contexts[k], seed) >>> (32 - bits);
}

function scoreStep(d: Decoder, contexts: Int32Array, meaning: number, names: boolean): number {
  const seed = names ? mixHash(meaning, NAME_SEED) : meaning;
  const shift = 32 - d.bits;
  let score = 0;
  for (let k = 0; k < CONTEXTS; k++) score += d.weights[mixHash(contexts[k], seed) >>> shift];
  return score * d.unit;
}

/** Number of candidates that were scored, for tests of its growth with the length of a text. */
export interface StepCounter {
  steps: number;
}

function expand(
  d: Decoder,
  f: PreparedFormula,
  s: FormulaState,
  contexts: Int32Array,
  counter: StepCounter | undefined,
  emit: (t: FormulaState) => void,
): void {
  const candidates = listCandidates(d, f.captured, s);
  if (candidates.length === 0) return;
  if (counter) counter.steps += candidates.length;
  const share = (t: FormulaState, p: number): void => {
    t.probability = s.probability * p;
    emit(t);
  };
  if (candidates.length === 1 && candidates[0].kind !== STEP.open) {
    share(takeStep(s, candidates[0]), weighStep(f, s, candidates[0]));
    return;
  }
  fillContexts(f, s, contexts);
  let total = 0;
  const scores = candidates.map((c) => {
    const e = expSteps(scoreStep(d, contexts, c.meaning, false));
    total += e;
    return e;
  });
  for (let k = 0; k < candidates.length; k++) {
    const candidate = candidates[k];
    const p = (scores[k] / total) * weighStep(f, s, candidate);
    if (p < LEAST_STEP) continue;
    if (candidate.kind !== STEP.open) {
      share(takeStep(s, candidate), p);
      continue;
    }
    if (p < LEAST_NAME) continue;
    if (counter) counter.steps += d.hidden.length;
    let sum = 0;
    const weights = d.hidden.map((h) => {
      const e = expSteps(scoreStep(d, contexts, h.meaning, true)) * weighName(f, s.at, h.meaning);
      sum += e;
      return e;
    });
    for (let j = 0; j < weights.length; j++) {
      const q = (p * weights[j]) / sum;
      if (q < LEAST_NAME) continue;
      share(takeStep(s, { ...candidate, command: d.hidden[j] }), q);
    }
  }
}

function prune(states: FormulaState[]): FormulaState[] {
  return states.length <= BEAM
    ? states
    : states.sort((a, b) => b.probability - a.probability).slice(0, BEAM);
}

/**
 * The most probable LaTeX that the channel turns into a captured formula, best first, at most
 * `MOST_RESULTS`; none if there is no such LaTeX, or the formula is longer than `MAX_LENGTH`.
 *
 * A beam search runs the channel forwards, so every result satisfies `channel('$' + latex + '$') ===
 * captured` by construction. Steps are scored by a log-linear model, normalised over the legal
 * steps. Linear in the length of the formula.
 */
export function decodeFormula(
  d: Decoder,
  f: PreparedFormula,
  counter?: StepCounter,
): DecodedFormula[] {
  const n = f.captured.length;
  if (n === 0 || n > MAX_LENGTH) return [];
  const waiting: FormulaState[][] = Array.from({ length: n + 1 }, () => []);
  const contexts = new Int32Array(CONTEXTS);
  const done: FormulaState[] = [];
  waiting[0].push(startFormula());
  for (let at = 0; at <= n; at++) {
    // At each position: first the states that consumed a character, then those after a removed `}`,
    // then those after a removed `\name{`.
    let round = prune(waiting[at]);
    waiting[at] = [];
    for (let r = 0; r < 3 && round.length > 0; r++) {
      const later: FormulaState[] = [];
      for (const s of round) {
        if (at === n && s.hidden < 0 && s.group === null && mayEndGroup(s)) done.push(s);
        expand(d, f, s, contexts, counter, (t) => {
          (t.at === at ? later : waiting[t.at]).push(t);
        });
      }
      round = prune(later);
    }
  }
  // Different derivations never write the same LaTeX, so there are no probabilities to add up.
  for (const s of done)
    s.probability *= (s.parens === 0 ? 1 : UNBALANCED) * (s.bars === 0 ? 1 : LONE_BAR);
  return done
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_RESULTS)
    .map((s) => ({ latex: readLatex(s), probability: Math.min(1, s.probability) }));
}
