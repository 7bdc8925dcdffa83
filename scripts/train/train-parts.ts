import { describeTokens } from '../../src/restore/describe-tokens.ts';
import { prepareFormula } from '../../src/restore/formula-context.ts';
import {
  noteFonts,
  noteSurroundings,
  noteTopics,
  type Surroundings,
} from '../../src/restore/formula-surroundings.ts';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import { indexVocabulary } from '../../src/restore/list-candidates.ts';
import { tagTokens } from '../../src/restore/tag-tokens.ts';
import type { Vocabulary } from '../../src/restore/vocabulary.ts';
import { expandMacros, followFormula } from './follow-formula.ts';
import { learnVocabulary, mergeHidden } from './learn-vocabulary.ts';
import { makeExample } from './make-example.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import { createRandom, shuffle } from './random.ts';
import { createDecoderTrainer, type DecoderExample } from './train-decoder.ts';
import {
  createTaggerTrainer,
  type FloatTagger,
  type TaggerExample,
  type TaggerPlan,
} from './train-tagger.ts';

/** Number of taggers that are trained and averaged; each leaves out one fold of the texts. */
export const FOLDS = 4;

/** Called with messages on the progress. */
export type Report = (what: string) => void;

/** The examples of authors' texts. Their columns are cut to size, as all stay in memory. */
export function makeTaggerExamples(texts: readonly string[]): TaggerExample[] {
  return texts.map((raw) => {
    const { tokens: t, labels } = makeExample(raw);
    const n = t.count;
    const tokens = {
      ...t,
      starts: t.starts.slice(0, n),
      ends: t.ends.slice(0, n),
      kinds: t.kinds.slice(0, n),
      spaced: t.spaced.slice(0, n),
      exact: t.exact.slice(0, n),
      lower: t.lower.slice(0, n),
    };
    return { tokens, labels };
  });
}

/** Trains a tagger. @param counted the `seen` of another one whose examples have the same features */
export function trainTagger(
  examples: readonly TaggerExample[],
  lexicon: Lexicon,
  plan: TaggerPlan,
  hasReading: boolean,
  report: Report,
  counted?: Uint8Array,
): { tagger: FloatTagger; seen: Uint8Array } {
  const trainer = createTaggerTrainer(plan, lexicon, hasReading, counted);
  if (!counted) for (const e of examples) trainer.count(e.tokens, e.first);
  const random = createRandom(plan.seed);
  const order = examples.map((_, i) => i);
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    order.forEach((i, k) => {
      loss += trainer.learn(examples[i], epoch === plan.epochs ? plan.lastRate : plan.rate);
      if ((k + 1) % 20000 === 0)
        report(
          `epoch ${epoch}/${plan.epochs}, ${k + 1}/${order.length} texts, loss ${(loss / (k + 1)).toFixed(4)}`,
        );
    });
    report(`epoch ${epoch}/${plan.epochs} done, loss ${(loss / order.length).toFixed(4)}`);
  }
  return { tagger: trainer.finish(), seen: trainer.seen };
}

/** Readers are quantised without pruning for the first readings of the training texts. */
const READER_PRUNE = 0.5;

/**
 * Gives every example a first reading by a tagger that was not trained on it: the first `share` of the
 * texts by the second reader, the next by the first, and the others by the mean of both.
 */
export function giveReadings(
  examples: TaggerExample[],
  lexicon: Lexicon,
  readers: readonly FloatTagger[],
  share: number,
  unit: number,
): void {
  const quantise = (t: FloatTagger) => quantiseTagger(t, false, unit, READER_PRUNE);
  const [a, b] = readers.map(quantise);
  const both = quantise(averageTaggers(readers));
  const n = Math.floor(examples.length * share);
  examples.forEach((e, i) => {
    e.first = tagTokens(
      i < n ? b : i < 2 * n ? a : both,
      e.tokens,
      describeTokens(e.tokens, lexicon),
    ).math;
  });
}

/** A tagger with the mean weights of several: an ensemble that is as fast as one of them. */
export function averageTaggers(taggers: readonly FloatTagger[]): FloatTagger {
  const [one] = taggers;
  const weights = new Float32Array(one.weights.length);
  const transitions = new Float64Array(25);
  for (const t of taggers) {
    for (let k = 0; k < weights.length; k++) weights[k] += t.weights[k] / taggers.length;
    for (let k = 0; k < 25; k++) transitions[k] += t.transitions[k] / taggers.length;
  }
  return { bits: one.bits, weights, transitions };
}

/** How the decoder is trained; see `TaggerPlan`. */
export interface DecoderPlan {
  bits: number;
  epochs: number;
  rate: number;
  cut: number;
  seed: number;
  /** See `learnVocabulary`. */
  leastUse: number;
}

/** Learns the vocabulary, and trains the decoder, from the formulas of authors' texts. */
export function trainDecoder(
  texts: readonly string[],
  plan: DecoderPlan,
  report: Report,
): { vocabulary: Vocabulary; weights: Float32Array } {
  const formulas: { captured: string; raw: string; surroundings: Surroundings }[] = [];
  for (const raw of texts) {
    const {
      tokens: { text },
      spans,
    } = makeExample(raw);
    if (spans.length === 0) continue;
    const fonts = noteFonts(text);
    const topics = noteTopics(text);
    for (const s of spans)
      if (s.raw !== '')
        formulas.push({
          captured: text.slice(s.start, s.end),
          raw: expandMacros(s.raw),
          surroundings: noteSurroundings(text, s.start, s.end, fonts, topics),
        });
  }
  const vocabulary = learnVocabulary(
    formulas.map((f) => f.raw),
    plan.leastUse,
  );
  const index = indexVocabulary(vocabulary);
  const visible = new Map(index.visible.flat().map((c) => [c.name, c]));
  const hidden = mergeHidden(index.hidden);
  const examples: DecoderExample[] = [];
  for (const f of formulas) {
    const steps = followFormula(f.raw, visible, hidden);
    if (steps) examples.push({ formula: prepareFormula(f.captured, f.surroundings), steps });
  }
  report(
    `${examples.length} of ${formulas.length} formulas can be written with ${vocabulary.visible.length} + ${vocabulary.hidden.length} commands`,
  );
  const trainer = createDecoderTrainer(index, plan.bits, plan.cut);
  for (const e of examples) trainer.count(e);
  const random = createRandom(plan.seed);
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    let loss = 0;
    for (const e of shuffle(examples, random)) loss += trainer.learn(e, plan.rate);
    report(
      `epoch ${epoch}/${plan.epochs}, loss ${(loss / examples.length).toFixed(4)} per formula`,
    );
  }
  return { vocabulary, weights: trainer.finish() };
}
