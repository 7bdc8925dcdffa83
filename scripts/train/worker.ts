import { parentPort, workerData } from 'node:worker_threads';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import type { Decoder } from '../../src/restore/list-candidates.ts';
import { type Case, gatherFromReading } from './gather-candidate-spans.ts';
import { quantiseTagger } from './quantise-tagger.ts';
import {
  averageTaggers,
  type DecoderPlan,
  FOLDS,
  giveReadings,
  type Lesson,
  makeTaggerExamples,
  type TaggerPlan,
  trainDecoder,
  trainTagger,
} from './train-parts.ts';
import type { FloatTagger } from './train-tagger.ts';

/**
 * What a training worker is started with: `index` 0 or 1, all lessons in the common order, and the
 * plans.
 */
export interface WorkerTask {
  index: number;
  lessons: Lesson[];
  lexicon: Lexicon;
  share: number;
  unit: number;
  prune: number;
  reader: TaggerPlan;
  taggers: { fold: number; plan: TaggerPlan }[];
  decoder: DecoderPlan | null;
}
/** What it is sent: both readers, once both are there, and the decoder, once all taggers are. */
export type MainMessage =
  | { kind: 'readers'; readers: [FloatTagger, FloatTagger] }
  | { kind: 'decoder'; decoder: Decoder };
/** What it sends: progress, its first reader, its decoder, its averaged taggers, their cases. */
export type WorkerMessage =
  | { kind: 'progress'; text: string }
  | { kind: 'reader'; tagger: FloatTagger }
  | {
      kind: 'decoder';
      vocabulary: { visible: readonly string[]; hidden: readonly string[] };
      weights: Float32Array;
    }
  | { kind: 'taggers'; tagger: FloatTagger }
  | { kind: 'cases'; cases: Case[] };

if (parentPort === null) throw new Error('worker.ts runs in a worker of train-model.ts');
const port = parentPort;
const task = workerData as WorkerTask;
const send = (message: WorkerMessage): void => port.postMessage(message);
const report =
  (what: string) =>
  (text: string): void =>
    send({ kind: 'progress', text: `${what}: ${text}` });

// The readers are trained on neighbouring shares of the texts, so that each text can be read by one
// that never saw it.
const examples = makeTaggerExamples(task.lessons);
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
  send({ kind: 'decoder', ...trainDecoder(task.lessons, task.decoder, report('decoder')) });

/** A tagger and the texts that it was not trained on: those with `index % FOLDS === fold`. */
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
    .map((e, i) => ({ example: e, raw: task.lessons[i].raw, i }))
    .filter(({ i }) => i % FOLDS === fold)
    .map(({ example, raw }) => gatherFromReading(decoder, quantised, task.lexicon, raw, example))
    .filter(({ candidateSpans }) => candidateSpans.length > 0);
}

port.on('message', (message: MainMessage) => {
  if (message.kind === 'readers') taggers = learnTaggers(message.readers);
  else {
    // Each tagger on the texts that it has not seen: what it candidateSpans there teaches the reranker.
    send({ kind: 'cases', cases: taggers.flatMap((t) => findSpansOfFold(t, message.decoder)) });
    port.close();
  }
});
