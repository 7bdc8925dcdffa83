import { Worker } from 'node:worker_threads';
import { indexVocabulary } from '../../src/restore/list-candidates.ts';

import type { Model, Settings } from '../../src/restore/model-format.ts';
import { calibrateProbability } from './calibrate-probability.ts';
import { gatherSuspects } from './gather-suspects.ts';
import { learnLexicon } from './learn-lexicon.ts';
import { makeExample } from './make-example.ts';
import { quantiseTable, quantiseTagger } from './quantise-tagger.ts';
import { createRandom, shuffle } from './random.ts';
import type { Paper } from './read-papers.ts';
import { trainJudge } from './train-judge.ts';
import {
  averageTaggers,
  type DecoderPlan,
  type Lesson,
  type Report,
  type TaggerPlan,
} from './train-parts.ts';
import type { FloatTagger } from './train-tagger.ts';
import type { WorkerMessage, WorkerTask } from './worker.ts';

/** Everything a training depends on besides its data. */
export interface Plan {
  seed: number;
  heldOutShare: number;
  lexiconBits: number;
  readerShare: number;
  reader: TaggerPlan;
  tagger: TaggerPlan;
  taggersPerWorker: number;
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
  lexiconBits: 18,
  readerShare: 0.25,
  reader: { bits: 18, epochs: 2, rate: 0.05, lastRate: 0.05, cut: 4, dropout: 0.3, seed: 11 },
  tagger: { bits: 20, epochs: 2, rate: 0.05, lastRate: 0.03, cut: 4, dropout: 0.3, seed: 101 },
  taggersPerWorker: 2,
  decoder: { bits: 20, epochs: 2, rate: 0.05, cut: 4, dropout: 0, seed: 301, leastUse: 4 },
  unit: 4,
  prune: 0.6,
  readerPrune: 1,
  decoderUnit: 4,
  decoderPrune: 1,
  kindWeights: {},
  threshold: 0.38,
  lonelyThreshold: 0.48,
  tradeThreshold: 0.6,
};

/**
 * Splits papers into lessons (abstracts, every title with mathematics, every third without) and raw
 * texts held out for the judge and the calibration.
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
  const found = await runWorkers(lessons, lexicon, plan, report);
  const tagger = quantiseTagger(averageTaggers(found.taggers), true, plan.unit, plan.prune);
  const reader = quantiseTagger(averageTaggers(found.readers), false, plan.unit, plan.readerPrune);
  const settings: Settings = {
    threshold: plan.threshold,
    lonelyThreshold: plan.lonelyThreshold,
    tradeThreshold: plan.tradeThreshold,
    reliability: [],
  };
  const decoder = {
    bits: plan.decoder.bits,
    unit: plan.decoderUnit,
    weights: quantiseTable(found.decoder.weights, plan.decoderUnit, plan.decoderPrune),
    ...indexVocabulary(found.decoder.vocabulary),
  };
  const model: Model = {
    lexicon,
    taggers: [reader, tagger],
    decoder,
    vocabulary: found.decoder.vocabulary,
    judge: { bits: 1, weights: new Int16Array(2) },
    settings,
  };
  return judgeModel(model, heldOut, report);
}

/**
 * Trains the judge on held-out texts' first half, calibrates probabilities on the second, then the
 * judge again on all.
 */
function judgeModel(model: Model, heldOut: readonly string[], report: Report): Model {
  const cases = heldOut
    .map((raw) => gatherSuspects(model, raw))
    .filter((c) => c.suspects.length > 0);
  const half = cases.length >> 1;
  const reliability = calibrateProbability(trainJudge(cases.slice(0, half)), cases.slice(half));
  report(`judge and calibration on ${cases.length} held-out texts`);
  return { ...model, judge: trainJudge(cases), settings: { ...model.settings, reliability } };
}

interface Found {
  readers: [FloatTagger, FloatTagger];
  taggers: FloatTagger[];
  decoder: { vocabulary: Model['vocabulary']; weights: Float32Array };
}

function runWorkers(
  lessons: Lesson[],
  lexicon: Model['lexicon'],
  plan: Plan,
  report: Report,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const readers: FloatTagger[] = [];
    const taggers: FloatTagger[] = [];
    let decoder: Found['decoder'] | undefined;
    const workers = [0, 1].map((index) => {
      const task: WorkerTask = {
        index,
        lessons,
        lexicon,
        share: plan.readerShare,
        unit: plan.unit,
        reader: { ...plan.reader, seed: plan.reader.seed + index },
        taggers: Array.from({ length: plan.taggersPerWorker }, (_, k) => ({
          ...plan.tagger,
          seed: plan.tagger.seed + index * plan.taggersPerWorker + k,
        })),
        decoder: index === 0 ? plan.decoder : null,
      };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: 6000 },
      });
      worker.on('error', reject);
      worker.on('message', (m: WorkerMessage) => {
        if (m.kind === 'progress') report(m.text);
        else if (m.kind === 'decoder') decoder = m;
        else if (m.kind === 'reader') {
          readers[index] = m.tagger;
          if (readers[0] && readers[1]) for (const w of workers) w.postMessage(readers);
        } else {
          taggers[index] = m.tagger;
          if (taggers[0] && taggers[1] && decoder)
            resolve({ readers: readers as Found['readers'], taggers, decoder });
        }
      });
      return worker;
    });
  });
}
