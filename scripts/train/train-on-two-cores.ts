import { Worker } from 'node:worker_threads';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import { type Decoder, indexVocabulary } from '../../src/restore/list-candidates.ts';
import type { Vocabulary } from '../../src/restore/vocabulary.ts';
import type { Case } from './gather-candidate-spans.ts';
import { quantiseTable } from './quantise-tagger.ts';
import type { Plan } from './train-model.ts';
import type { Report } from './train-parts.ts';
import type { FloatTagger } from './train-tagger.ts';
import type { WorkerMessage, WorkerSteps, WorkerTask } from './worker.ts';

/** What the two workers train. */
interface Parts {
  readers: FloatTagger[];
  taggers: FloatTagger[];
  decoder: Decoder;
  vocabulary: Vocabulary;
  /** In the order of the folds. */
  cases: Case[];
}

/**
 * Trains readers, taggers and decoder in two workers.
 * @throws {Error} what a worker throws
 */
export async function trainOnTwoCores(
  texts: string[],
  lexicon: Lexicon,
  plan: Plan,
  report: Report,
): Promise<Parts> {
  const workers = [0, 1].map((index) => startWorker({ index, texts, lexicon, plan }, report));
  const callBoth = <S extends keyof WorkerSteps>(step: S, ...input: Parameters<WorkerSteps[S]>) =>
    Promise.all(workers.map(({ call }) => call(step, ...input)));
  const reading = callBoth('trainReader');
  const decoding = workers[0].call('trainDecoder');
  const readers = await reading;
  const tagging = callBoth('trainTaggers', readers);
  const [taggers, { vocabulary, weights }] = await Promise.all([tagging, decoding]);
  const decoder = {
    bits: plan.decoder.bits,
    unit: plan.decoderUnit,
    weights: quantiseTable(weights, plan.decoderUnit, plan.decoderPrune),
    ...indexVocabulary(vocabulary),
  };
  const cases = (await callBoth('gatherCases', decoder)).flat();
  await Promise.all(workers.map(({ worker }) => worker.terminate()));
  return { readers, taggers, decoder, vocabulary, cases };
}

/** A worker that performs steps one after the other. */
function startWorker(task: WorkerTask, report: Report) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 6000 },
  });
  const pending: { resolve(result: never): void; reject(error: Error): void }[] = [];
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) report(message.progress);
    // The first of `pending` waits for exactly this result.
    else pending.shift()?.resolve(message.result as never);
  });
  worker.on('error', (error) => {
    for (const { reject } of pending) reject(error);
  });
  function call<S extends keyof WorkerSteps>(step: S, ...[input]: Parameters<WorkerSteps[S]>) {
    worker.postMessage({ step, input });
    return new Promise<ReturnType<WorkerSteps[S]>>((resolve, reject) => {
      pending.push({ resolve, reject });
    });
  }
  return { worker, call };
}
