import { parentPort, workerData } from 'node:worker_threads';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import {
  averageTaggers,
  type DecoderPlan,
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
  reader: TaggerPlan;
  taggers: TaggerPlan[];
  decoder: DecoderPlan | null;
}
/** What it sends: progress, its first reader, its decoder, its averaged taggers. */
export type WorkerMessage =
  | { kind: 'progress'; text: string }
  | { kind: 'reader'; tagger: FloatTagger }
  | {
      kind: 'decoder';
      vocabulary: { visible: readonly string[]; hidden: readonly string[] };
      weights: Float32Array;
    }
  | { kind: 'taggers'; tagger: FloatTagger };

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

port.once('message', (readers: [FloatTagger, FloatTagger]) => {
  giveReadings(examples, task.lexicon, readers, task.share, task.unit);
  let counted: Uint8Array | undefined;
  const trained = task.taggers.map((plan) => {
    const { tagger, seen } = trainTagger(
      examples,
      task.lexicon,
      plan,
      true,
      report(`tagger ${plan.seed}`),
      counted,
    );
    counted = seen;
    return tagger;
  });
  send({ kind: 'taggers', tagger: averageTaggers(trained) });
  port.close();
});
