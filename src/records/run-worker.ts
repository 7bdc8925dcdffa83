import { Worker } from 'node:worker_threads';

/** A worker at work: what it will answer, and how it is stopped before. */
export interface RunningWorker<Answer> {
  answer: Promise<Answer>;
  stop(): Promise<unknown>;
}

/**
 * Runs a module as a worker that is given data and answers with one message.
 * @param mostMegabytes of JavaScript objects that it may hold; its memory grows to that sooner than it is cleared
 */
export function runWorker<Answer>(
  module: URL,
  workerData: unknown,
  mostMegabytes: number,
): RunningWorker<Answer> {
  const worker = new Worker(module, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A worker ended with code ${code}.`)));
  });
  const ended = answer.finally(() => worker.terminate());
  // Whoever waits for it gets the error; a build that fails elsewhere does not wait.
  ended.catch(() => undefined);
  return { answer: ended, stop: () => worker.terminate() };
}
