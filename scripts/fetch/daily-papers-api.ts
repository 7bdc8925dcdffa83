import { setTimeout as delay } from 'node:timers/promises';
import { count } from '../../src/capture/problem.ts';
import { excerpt, FetchError, parseEntries, readText } from './read-answer.ts';
import { readRetryAfter } from './retry-after.ts';

export interface ApiOptions {
  /** Address of the Daily Papers API without a query. */
  address: URL;
  userAgent: string;
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
/** Papers that are asked for at once: the most that the API allows. Without it, a day is cut after 50. */
const pageSize = 100;
/** Upper bound in case a server always names a next page; no day has nearly as many. */
const mostPages = 20;

/** The body of an answer with status 200. */
interface Answer {
  text: string;
  hasNextPage: boolean;
}
/** An attempt that may succeed later. */
interface Failure {
  reason: string;
  /** How long the server asks to wait. */
  waitMs?: number | undefined;
}

/** Asks the Daily Papers API, one request at a time. @see https://huggingface.co/docs/hub/en/api#get-apidailypapers */
export class DailyPapersApi {
  readonly #options: Required<ApiOptions>;
  #lastAnswerAt = Number.NEGATIVE_INFINITY;

  constructor(options: ApiOptions) {
    this.#options = { deadlineMs: 30_000, sleep: delay, onRetry: () => {}, ...options };
  }

  /**
   * The entries of a day as the API gives them, in its order; none on a day without papers.
   * @param day ISO date
   * @throws {FetchError} when the answer is refused, or no attempt succeeds
   */
  async fetchDay(day: string): Promise<unknown[]> {
    const entries = new Map<string, unknown>();
    for (let page = 0; ; page++) {
      if (page === mostPages)
        throw new FetchError(`The answer for ${day} has more than ${mostPages} pages.`);
      const url = new URL(this.#options.address);
      url.search = new URLSearchParams({
        ...{ date: day, limit: String(pageSize) },
        ...(page > 0 && { p: String(page) }),
      }).toString();
      const { text, hasNextPage } = await this.#request(url);
      const list = parseEntries(day, text);
      const sizeBefore = entries.size;
      // Papers submitted between two requests move others to the next page, where they are listed again.
      for (const entry of list) entries.set(keyOf(entry), entry);
      const isLast = !hasNextPage && list.length < pageSize;
      if (isLast || entries.size === sizeBefore) return [...entries.values()];
    }
  }

  async #request(url: URL): Promise<Answer> {
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
    const headers = { Accept: 'application/json', 'User-Agent': this.#options.userAgent };
    const response = await fetch(url, { headers, signal, redirect: 'manual' });
    const { status } = response;
    if (status === 200) {
      const hasNextPage = /;\s*rel="?next"?/i.test(response.headers.get('link') ?? '');
      return { text: await readText(response), hasNextPage };
    }
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

/** What an entry is known by: its paper's id, or all of it. */
function keyOf(entry: unknown): string {
  const id = (entry as { paper?: { id?: unknown } } | null)?.paper?.id;
  return typeof id === 'string' && id !== '' ? id : JSON.stringify(entry);
}

/** `ECONNREFUSED` or a sentence; Node.js hides either in causes. */
function explainNetworkError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return (cause as NodeJS.ErrnoException).code ?? cause.message;
}
