import { setTimeout as delay } from 'node:timers/promises';
import { count } from '../../src/capture/problem.ts';
import { excerpt, FetchError, readText } from './read-answer.ts';
import { readRetryAfter } from './retry-after.ts';

export interface ClientOptions {
  userAgent: string;
  /** Media type of the answers: `application/json`. */
  accept: string;
  /** Milliseconds between an answer and the next request. Pauses before another try are multiples of it. */
  pauseMs: number;
  /** Milliseconds that an answer may take with its body. */
  deadlineMs?: number;
  sleep?: (ms: number) => Promise<unknown>;
  /** Receives why a request is sent again, and in how many milliseconds. */
  onRetry?: (reason: string, waitMs: number) => void;
}

/** Pauses before the second, third and fourth try of a request, in multiples of `pauseMs`. */
const retryPauses = [5, 20, 60] as const;
/** A longer `Retry-After` ends the command. Hugging Face counts requests in windows of five minutes. */
const longestWaitMs = 10 * 60_000;
const mostRedirects = 3;

/** An answer with status 200. */
interface Answer {
  text: string;
  headers: Headers;
}
/** An attempt that may succeed later. */
interface Failure {
  reason: string;
  /** How long the server asks to wait. */
  waitMs?: number | undefined;
}

/** Requests texts from a server, one at a time, with pauses, and respects `Retry-After`. */
export class PoliteClient {
  readonly #options: Required<ClientOptions>;
  #lastAnswerAt = Number.NEGATIVE_INFINITY;

  constructor(options: ClientOptions) {
    this.#options = { deadlineMs: 30_000, sleep: delay, onRetry: () => {}, ...options };
  }

  /**
   * The body of an answer with status 200; requests that may succeed later are repeated.
   * @throws {FetchError} when the request is refused, or no attempt succeeds
   */
  async get(url: URL): Promise<Answer> {
    const { sleep, pauseMs, onRetry } = this.#options;
    for (let attempt = 0; ; attempt++) {
      await sleep(Math.max(0, this.#lastAnswerAt + pauseMs - performance.now()));
      const result = await this.#ask(url);
      this.#lastAnswerAt = performance.now();
      if ('text' in result) return result;
      const factor = retryPauses[attempt];
      if (factor === undefined)
        throw new FetchError(`${result.reason}, in ${count(attempt + 1, 'try', 'tries')}.`);
      const waitMs = result.waitMs ?? factor * pauseMs;
      if (waitMs > longestWaitMs) {
        const minutes = Math.ceil(waitMs / 60_000);
        throw new FetchError(
          `${result.reason}, and asks to wait ${count(minutes, 'minute')}; at most 10 are waited for.`,
        );
      }
      onRetry(result.reason, waitMs);
      await sleep(waitMs);
    }
  }

  async #ask(url: URL): Promise<Answer | Failure> {
    const { deadlineMs } = this.#options;
    try {
      return await this.#read(url, AbortSignal.timeout(deadlineMs));
    } catch (error) {
      if (error instanceof FetchError) throw error;
      const isLate = (error as Error).name === 'TimeoutError';
      return {
        reason: isLate
          ? `${url.host} gave no complete answer within ${deadlineMs / 1000} s`
          : `The connection to ${url.host} failed (${explainNetworkError(error as Error)})`,
      };
    }
  }

  async #read(url: URL, signal: AbortSignal, redirects = 0): Promise<Answer | Failure> {
    const { accept, userAgent } = this.#options;
    const headers = { Accept: accept, 'User-Agent': userAgent };
    const response = await fetch(url, { headers, signal, redirect: 'manual' });
    const { status } = response;
    if (status === 200) return { text: await readText(response), headers: response.headers };
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      const target = resolveRedirect(url, response);
      if (redirects === mostRedirects)
        throw new FetchError(`${url.host} redirects again and again (${status}).`);
      return await this.#read(target, signal, redirects + 1);
    }
    if (status === 429 || status === 408 || status >= 500) {
      await response.body?.cancel();
      return {
        reason: `${url.host} answered with status ${status}`,
        waitMs: readRetryAfter(response.headers, Date.now()),
      };
    }
    const text = await readText(response);
    throw new FetchError(
      `${url.host} refused ${url.pathname}${url.search} with status ${status}: ${excerpt(text)}.`,
      status,
    );
  }
}

/** @throws {FetchError} unless the target is of the same origin */
function resolveRedirect(url: URL, { headers, status }: Response): URL {
  const location = headers.get('location') ?? '';
  const target = URL.parse(location, url);
  if (location !== '' && target?.origin === url.origin) return target;
  throw new FetchError(
    `${url.host} redirects to ${location === '' ? 'no address' : excerpt(location)} (${status}); only redirects within ${url.origin} are followed.`,
    status,
  );
}

/** `ECONNREFUSED` or a sentence; Node.js hides either in causes. */
function explainNetworkError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return (cause as NodeJS.ErrnoException).code ?? cause.message;
}
