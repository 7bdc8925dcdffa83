import type { Model } from '../../src/restore/model-format.ts';
import { calibrateProbability } from './calibrate-probability.ts';
import { type Case, gatherCandidateSpans } from './gather-candidate-spans.ts';
import { learnLexicon } from './learn-lexicon.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import { createRandom, shuffle } from './random.ts';
import type { Paper } from './read-papers.ts';
import { trainOnTwoCores } from './train-on-two-cores.ts';
import { averageTaggers, type DecoderPlan, type Report } from './train-parts.ts';
import { trainReranker } from './train-reranker.ts';
import type { TaggerPlan } from './train-tagger.ts';

/** Everything that a model depends on besides the data. */
export interface Plan {
  seed: number;
  /** Share of the papers that no tagger and no decoder sees. */
  heldOutShare: number;
  lexiconBits: number;
  /** Share of the texts that each of the two readers is trained on. */
  readerShare: number;
  reader: TaggerPlan;
  tagger: TaggerPlan;
  decoder: DecoderPlan;
  /** Quantisation, see `quantiseTable`. */
  unit: number;
  prune: number;
  readerPrune: number;
  decoderUnit: number;
  decoderPrune: number;
  /** See `Settings`. */
  threshold: number;
  lonelyThreshold: number;
  tradeThreshold: number;
}

/** The settings of the model in `src/restore`. */
export const DEFAULT_PLAN: Plan = {
  seed: 20261120,
  heldOutShare: 0.055,
  lexiconBits: 22,
  readerShare: 0.25,
  reader: { bits: 18, epochs: 2, rate: 0.05, lastRate: 0.05, cut: 4, dropout: 0.3, seed: 11 },
  tagger: { bits: 20, epochs: 2, rate: 0.05, lastRate: 0.03, cut: 4, dropout: 0.3, seed: 101 },
  decoder: { bits: 20, epochs: 2, rate: 0.05, cut: 4, seed: 301, leastUse: 4 },
  unit: 4,
  prune: 0.6,
  readerPrune: 1,
  decoderUnit: 4,
  decoderPrune: 1,
  threshold: 0.32,
  lonelyThreshold: 0.5,
  tradeThreshold: 0.66,
};

/**
 * The texts of papers, in a random order: abstracts, titles with mathematics, and every third title
 * without. Some are held out for the reranker and the calibration.
 */
function splitTexts(papers: readonly Paper[], plan: Plan): { texts: string[]; heldOut: string[] } {
  const random = createRandom(plan.seed);
  const order = shuffle([...papers], random);
  const kept = Math.floor(order.length * plan.heldOutShare);
  const textsOf = ({ raw, title }: Paper, k: number): string[] =>
    /\$[^$]+\$/.test(title) || k % 3 === 0 ? [raw, title] : [raw];
  const texts = order.slice(kept).flatMap(textsOf);
  return { texts: shuffle(texts, random), heldOut: order.slice(0, kept).flatMap(textsOf) };
}

/** Trains a model on two cores. The same papers and plan give the same bytes. */
export async function trainModel(
  papers: readonly Paper[],
  plan: Plan,
  report: Report,
): Promise<Model> {
  const { texts, heldOut } = splitTexts(papers, plan);
  report(`${texts.length} texts to learn from, ${heldOut.length} held out`);
  const lexicon = learnLexicon(texts, plan.lexiconBits);
  report('lexicon done');
  const { readers, taggers, decoder, vocabulary, cases } = await trainOnTwoCores(
    texts,
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
  return addReranker(model, cases, heldOut, report);
}

/**
 * Trains the reranker on the candidates of each tagger in the texts that it was not trained on, then on
 * those of the averaged tagger in the held-out texts. The calibration is that of a reranker trained
 * without the second half of the held-out texts, measured on that half.
 */
function addReranker(
  model: Model,
  cases: readonly Case[],
  heldOut: readonly string[],
  report: Report,
): Model {
  const held = heldOut
    .map((raw) => gatherCandidateSpans(model, raw))
    .filter((c) => c.spans.length > 0);
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
