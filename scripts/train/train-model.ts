import type { Model } from '../../src/restore/model-format.ts';
import { calibrateProbability } from './calibrate-probability.ts';
import { type Case, gatherCandidateSpans } from './gather-candidate-spans.ts';
import { learnLexicon } from './learn-lexicon.ts';
import { makeExample } from './make-example.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import { createRandom, shuffle } from './random.ts';
import type { Paper } from './read-papers.ts';
import { trainOnTwoCores } from './train-on-two-cores.ts';
import {
  averageTaggers,
  type DecoderPlan,
  type Lesson,
  type Report,
  type TaggerPlan,
} from './train-parts.ts';
import { trainReranker } from './train-reranker.ts';

/** Everything a training depends on besides its data. */
export interface Plan {
  seed: number;
  heldOutShare: number;
  lexiconBits: number;
  readerShare: number;
  reader: TaggerPlan;
  tagger: TaggerPlan;
  decoder: DecoderPlan;
  unit: number;
  prune: number;
  readerPrune: number;
  decoderUnit: number;
  decoderPrune: number;
  kindWeights: Record<string, number>;
  threshold: number;
  lonelyThreshold: number;
  tradeThreshold: number;
}

/** The settings that reached the figures in the model card. */
export const DEFAULT_PLAN: Plan = {
  seed: 20261120,
  heldOutShare: 0.055,
  lexiconBits: 22,
  readerShare: 0.25,
  reader: { bits: 18, epochs: 2, rate: 0.05, lastRate: 0.05, cut: 4, dropout: 0.3, seed: 11 },
  tagger: { bits: 20, epochs: 2, rate: 0.05, lastRate: 0.03, cut: 4, dropout: 0.3, seed: 101 },
  decoder: { bits: 20, epochs: 2, rate: 0.05, cut: 4, dropout: 0, seed: 301, leastUse: 4 },
  unit: 4,
  prune: 0.6,
  readerPrune: 1,
  decoderUnit: 4,
  decoderPrune: 1,
  kindWeights: {},
  threshold: 0.32,
  lonelyThreshold: 0.5,
  tradeThreshold: 0.66,
};

/**
 * Splits papers into lessons (abstracts, every title with mathematics, every third without) and raw
 * texts held out for the reranker and the calibration.
 */
function makeLessons(
  papers: readonly Paper[],
  plan: Plan,
): { lessons: Lesson[]; heldOut: string[] } {
  const random = createRandom(plan.seed);
  const order = shuffle([...papers], random);
  const kept = Math.floor(order.length * plan.heldOutShare);
  const texts = (p: Paper, k: number): string[] =>
    /\$[^$]+\$/.test(p.title) || k % 3 === 0 ? [p.raw, p.title] : [p.raw];
  const lessons = order
    .slice(kept)
    .flatMap((p, k) => texts(p, k).map((raw) => ({ raw, weight: plan.kindWeights[p.kind] ?? 1 })));
  return { lessons: shuffle(lessons, random), heldOut: order.slice(0, kept).flatMap(texts) };
}

/** Trains a model on two cores. Deterministic: the same papers and plan give the same bytes. */
export async function trainModel(
  papers: readonly Paper[],
  plan: Plan,
  report: Report,
): Promise<Model> {
  const { lessons, heldOut } = makeLessons(papers, plan);
  report(`${lessons.length} texts to learn from, ${heldOut.length} held out`);
  const lexicon = learnLexicon(
    (function* () {
      for (const { raw } of lessons) yield makeExample(raw);
    })(),
    plan.lexiconBits,
  );
  report('lexicon done');
  const { readers, taggers, decoder, vocabulary, cases } = await trainOnTwoCores(
    lessons,
    lexicon,
    plan,
    report,
  );
  const tagger = quantiseTagger(averageTaggers(taggers), true, plan.unit, plan.prune);
  const reader = quantiseTagger(averageTaggers(readers), false, plan.unit, plan.readerPrune);
  const model: Model = {
    lexicon,
    taggers: [reader, tagger],
    decoder,
    vocabulary,
    reranker: { bits: 1, weights: new Int16Array(2) },
    settings: {
      threshold: plan.threshold,
      lonelyThreshold: plan.lonelyThreshold,
      tradeThreshold: plan.tradeThreshold,
      reliability: [],
    },
  };
  return rerankerModel(model, cases, heldOut, report);
}

/**
 * Trains the reranker on what each tagger proposed in texts it had not seen, then on what all of them
 * averaged candidateSpan in held-out texts; probabilities are calibrated on the half of those that a reranker
 * has not seen.
 */
function rerankerModel(
  model: Model,
  cases: readonly Case[],
  heldOut: readonly string[],
  report: Report,
): Model {
  const held = heldOut
    .map((raw) => gatherCandidateSpans(model, raw))
    .filter((c) => c.candidateSpans.length > 0);
  const half = held.length >> 1;
  const reliability = calibrateProbability(
    trainReranker([cases, held.slice(0, half)]),
    held.slice(half),
  );
  report(`reranker from ${cases.length} texts, calibration on ${held.length} held-out ones`);
  return {
    ...model,
    reranker: trainReranker([cases, held]),
    settings: { ...model.settings, reliability },
  };
}
