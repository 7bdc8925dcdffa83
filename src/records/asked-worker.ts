import { parentPort, type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** A worker thread with request and response: it answers questions in order, see `answerQuestions`. */
export class AskedWorker<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting: Waiting<Answer>[] = [];
  #failure: unknown;

  /**
   * @param module that calls `answerQuestions`
   * @param limits of its JavaScript heap, which grows up to them before V8 collects it thoroughly
   */
  constructor(module: URL, workerData?: unknown, limits?: WorkerOptions['resourceLimits']) {
    this.#worker = new Worker(module, { workerData, resourceLimits: limits });
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`A worker ended with code ${code}.`)));
  }

  /** @throws {Error} the worker's error, at this question or an earlier one, or that the worker was stopped */
  ask(question: Question, transferred: readonly Transferable[] = []): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(question, transferred);
    });
    // Callers that await it still get the error. When another step fails first, nobody awaits it.
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

/** Called in a worker: answers each question in order. An error terminates the worker. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (question: Question) => {
    last = last.then(async () => parentPort?.postMessage(await answer(question)));
  });
}
