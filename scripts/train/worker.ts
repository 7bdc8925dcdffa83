import { parentPort, workerData } from 'node:worker_threads';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import type { Decoder } from '../../src/restore/list-candidates.ts';
import { type Case, gatherFromReading } from './gather-candidate-spans.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import type { Plan } from './train-model.ts';
import {
  averageTaggers,
  FOLDS,
  giveReadings,
  makeTaggerExamples,
  trainDecoder,
  trainTagger,
} from './train-parts.ts';
import type { FloatTagger } from './train-tagger.ts';

/** What a worker of the training has; both have all texts, in the same order. */
export interface WorkerTask {
  /** 0 or 1. */
  index: number;
  texts: string[];
  lexicon: Lexicon;
  plan: Plan;
}
/** The steps of a worker, which are to be called in this order. */
export type WorkerSteps = typeof steps;
/** A message of a worker: on its progress, or the result of the step that was called. */
export type WorkerMessage = { progress: string } | { result: unknown };

if (parentPort === null) throw new Error('worker.ts is started by train-on-two-cores.ts.');
const port = parentPort;
const { index, texts, lexicon, plan }: WorkerTask = workerData;
const send = (message: WorkerMessage): void => port.postMessage(message);
const report = (what: string) => (text: string) => send({ progress: `${what}: ${text}` });
const examples = makeTaggerExamples(texts);
/** The taggers of this worker and their folds: a tagger is not trained on texts `i % FOLDS === fold`. */
const taggers: { fold: number; tagger: FloatTagger }[] = [];

const steps = {
  /** Trains a reader on its share of the texts, so that each text has one that was not trained on it. */
  trainReader(): FloatTagger {
    const count = Math.floor(examples.length * plan.readerShare);
    const own = examples.slice(index * count, (index + 1) * count);
    const readerPlan = { ...plan.reader, seed: plan.reader.seed + index };
    return trainTagger(own, lexicon, readerPlan, false, report(`first reader ${index + 1}`)).tagger;
  },

  trainDecoder: () => trainDecoder(texts, plan.decoder, report('decoder')),

  /** Trains half of the taggers, and returns their mean. */
  trainTaggers(readers: readonly FloatTagger[]): FloatTagger {
    giveReadings(examples, lexicon, readers, plan.readerShare, plan.unit);
    let counted: Uint8Array | undefined;
    for (let fold = (index * FOLDS) / 2; fold < ((index + 1) * FOLDS) / 2; fold++) {
      const own = examples.filter((_, i) => i % FOLDS !== fold);
      const taggerPlan = { ...plan.tagger, seed: plan.tagger.seed + fold };
      const what = report(`tagger ${fold + 1}`);
      const { tagger, seen } = trainTagger(own, lexicon, taggerPlan, true, what, counted);
      counted = seen;
      taggers.push({ fold, tagger });
    }
    return averageTaggers(taggers.map(({ tagger }) => tagger));
  },

  /** The candidates of each tagger in the texts that it was not trained on. */
  gatherCases: (decoder: Decoder): Case[] =>
    taggers.flatMap(({ fold, tagger }) => {
      const quantised = quantiseTagger(tagger, true, plan.unit, plan.prune);
      return examples
        .map((example, i) => ({ example, raw: texts[i] }))
        .filter((_, i) => i % FOLDS === fold)
        .map(({ example, raw }) => gatherFromReading(decoder, quantised, lexicon, raw, example))
        .filter(({ spans }) => spans.length > 0);
    }),
};

port.on('message', ({ step, input }: { step: keyof WorkerSteps; input: never }) =>
  send({ result: steps[step](input) }),
);
