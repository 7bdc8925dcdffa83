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
import { expandMacros } from './expand-macros.ts';
import { followFormula } from './follow-formula.ts';
import { learnVocabulary, mergeHidden } from './learn-vocabulary.ts';
import { makeExample } from './make-example.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import { createRandom, shuffle } from './random.ts';
import { createDecoderTrainer, type DecoderExample } from './train-decoder.ts';
import { createTaggerTrainer, type FloatTagger, type TaggerExample } from './train-tagger.ts';

/** How many taggers are trained and averaged; each leaves out one fold of the texts. */
export const FOLDS = 4;

/** A text to learn from and how much each of its steps counts. */
export interface Lesson {
  raw: string;
  weight: number;
}
/**
 * How a tagger is trained: table bits, epochs, Adagrad rate, the count below which a feature is
 * ignored, the share of features dropped at each step, seed.
 */
export interface TaggerPlan {
  bits: number;
  epochs: number;
  rate: number;
  lastRate: number;
  cut: number;
  dropout: number;
  seed: number;
}
/** Called now and then with what is being done and how far it is. */
export type Report = (what: string) => void;

/** Tokens and labels of every lesson, trimmed to size: they stay in memory for all epochs. */
export function makeTaggerExamples(lessons: readonly Lesson[]): TaggerExample[] {
  return lessons.map(({ raw, weight }) => {
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
    return { tokens, labels, weight };
  });
}

/**
 * Trains one tagger; `counted` are the feature counts (`seen`) of an earlier one on the same
 * examples.
 */
export function trainTagger(
  examples: readonly TaggerExample[],
  lexicon: Lexicon,
  plan: TaggerPlan,
  hasReading: boolean,
  report: Report,
  counted?: Uint8Array,
): { tagger: FloatTagger; seen: Uint8Array } {
  const trainer = createTaggerTrainer(
    plan.bits,
    lexicon,
    hasReading,
    plan.cut,
    plan.dropout,
    plan.seed,
    counted,
  );
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

/**
 * Gives every example a first reading by a tagger that was not trained on it: the first `share`
 * texts are read by the second reader, the next by the first, the rest by both averaged.
 */
export function giveReadings(
  examples: TaggerExample[],
  lexicon: Lexicon,
  readers: readonly [FloatTagger, FloatTagger],
  share: number,
  unit: number,
): void {
  const quantise = (t: FloatTagger) => quantiseTagger(t, false, unit, 0.5);
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

/** The mean of several taggers' weights: the cheapest ensemble, nothing to pay at run time. */
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

/** How the decoder is trained. */
export interface DecoderPlan {
  bits: number;
  epochs: number;
  rate: number;
  cut: number;
  dropout: number;
  seed: number;
  leastUse: number;
}

/** Learns the vocabulary and trains the decoder's step model on the authors' formulas. */
export function trainDecoder(
  lessons: readonly Lesson[],
  plan: DecoderPlan,
  report: Report,
): { vocabulary: Vocabulary; weights: Float32Array } {
  const formulas: { captured: string; raw: string; surroundings: Surroundings }[] = [];
  for (const { raw } of lessons) {
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
  const trainer = createDecoderTrainer(index, plan.bits, plan.cut, plan.dropout, plan.seed);
  for (const e of examples) trainer.count(e);
  const random = createRandom(plan.seed);
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    let loss = 0;
    for (const e of shuffle(examples, random)) loss += trainer.learn(e, plan.rate);
    report(`epoch ${epoch}/${plan.epochs}, loss ${(loss / examples.length).toFixed(4)} a formula`);
  }
  return { vocabulary, weights: trainer.finish() };
}
