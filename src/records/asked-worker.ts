import { parentPort, type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** A module at work in a thread of its own, which answers what it is asked in turn: see `answerQuestions`. */
export class AskedWorker<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting: Waiting<Answer>[] = [];
  #failure: unknown;

  /**
   * @param module that calls `answerQuestions`
   * @param limits of its memory for JavaScript objects, which grows to them sooner than it is cleared
   */
  constructor(module: URL, workerData?: unknown, limits?: WorkerOptions['resourceLimits']) {
    this.#worker = new Worker(module, { workerData, resourceLimits: limits });
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`A worker ended with code ${code}.`)));
  }

  /** @throws {Error} what the worker throws, at this question or one before; or that it was stopped */
  ask(question: Question, transferred: readonly Transferable[] = []): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(question, transferred);
    });
    // Whoever waits for it gets the error; a build that fails elsewhere does not wait.
    answer.catch(() => undefined);
    return answer;
  }

  stop(): Promise<unknown> {
    return this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

/** In a worker: answers each question, one after the other. An error ends the worker. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (question: Question) => {
    last = last.then(async () => parentPort?.postMessage(await answer(question)));
  });
}
