import { parentPort, workerData } from 'node:worker_threads';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import type { Decoder } from '../../src/restore/list-candidates.ts';
import type { Vocabulary } from '../../src/restore/vocabulary.ts';
import { type Case, gatherFromReading } from './gather-candidate-spans.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import {
  averageTaggers,
  type DecoderPlan,
  FOLDS,
  giveReadings,
  makeTaggerExamples,
  trainDecoder,
  trainTagger,
} from './train-parts.ts';
import type { FloatTagger, TaggerPlan } from './train-tagger.ts';

/** What a training worker does; see `Plan`. Both have all texts, in the same order. */
export interface WorkerTask {
  /** 0 or 1. */
  index: number;
  texts: string[];
  lexicon: Lexicon;
  share: number;
  unit: number;
  prune: number;
  reader: TaggerPlan;
  taggers: { fold: number; plan: TaggerPlan }[];
  decoder: DecoderPlan | null;
}
/** Messages to a worker: both readers when both are trained, the decoder when all taggers are. */
export type MainMessage =
  | { kind: 'readers'; readers: [FloatTagger, FloatTagger] }
  | { kind: 'decoder'; decoder: Decoder };
/** Messages of a worker: progress, its reader, the decoder, its averaged taggers, their cases. */
export type WorkerMessage =
  | { kind: 'progress'; text: string }
  | { kind: 'reader'; tagger: FloatTagger }
  | { kind: 'decoder'; vocabulary: Vocabulary; weights: Float32Array }
  | { kind: 'taggers'; tagger: FloatTagger }
  | { kind: 'cases'; cases: Case[] };

if (parentPort === null) throw new Error('worker.ts is started by train-on-two-cores.ts.');
const port = parentPort;
const task = workerData as WorkerTask;
const send = (message: WorkerMessage): void => port.postMessage(message);
const report =
  (what: string) =>
  (text: string): void =>
    send({ kind: 'progress', text: `${what}: ${text}` });

// The readers are trained on different texts, so that each text has one that was not trained on it.
const examples = makeTaggerExamples(task.texts);
const n = Math.floor(examples.length * task.share);
const own = trainTagger(
  examples.slice(task.index * n, (task.index + 1) * n),
  task.lexicon,
  task.reader,
  false,
  report(`first reader ${task.index + 1}`),
).tagger;
send({ kind: 'reader', tagger: own });
if (task.decoder)
  send({ kind: 'decoder', ...trainDecoder(task.texts, task.decoder, report('decoder')) });

/** A tagger, and the fold it was not trained on: the texts with `index % FOLDS === fold`. */
interface FoldTagger {
  fold: number;
  tagger: FloatTagger;
}
let taggers: FoldTagger[] = [];

function learnTaggers(readers: readonly [FloatTagger, FloatTagger]): FoldTagger[] {
  giveReadings(examples, task.lexicon, readers, task.share, task.unit);
  let counted: Uint8Array | undefined;
  const trained = task.taggers.map(({ fold, plan }) => {
    const own = examples.filter((_, i) => i % FOLDS !== fold);
    const what = report(`tagger ${fold + 1}`);
    const { tagger, seen } = trainTagger(own, task.lexicon, plan, true, what, counted);
    counted = seen;
    return { fold, tagger };
  });
  send({ kind: 'taggers', tagger: averageTaggers(trained.map(({ tagger }) => tagger)) });
  return trained;
}

function findSpansOfFold({ fold, tagger }: FoldTagger, decoder: Decoder): Case[] {
  const quantised = quantiseTagger(tagger, true, task.unit, task.prune);
  return examples
    .map((example, i) => ({ example, raw: task.texts[i] }))
    .filter((_, i) => i % FOLDS === fold)
    .map(({ example, raw }) => gatherFromReading(decoder, quantised, task.lexicon, raw, example))
    .filter(({ spans }) => spans.length > 0);
}

port.on('message', (message: MainMessage) => {
  if (message.kind === 'readers') taggers = learnTaggers(message.readers);
  else {
    // The reranker learns from candidates of each tagger in the texts that it was not trained on.
    send({ kind: 'cases', cases: taggers.flatMap((t) => findSpansOfFold(t, message.decoder)) });
    port.close();
  }
});
