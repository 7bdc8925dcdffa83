import { type ClientOptions, PoliteClient } from './polite-client.ts';
import { FetchError, parseEntries } from './read-answer.ts';

export interface ApiOptions extends Omit<ClientOptions, 'accept'> {
  /** Address of the Daily Papers API without a query. */
  address: URL;
}

/** Papers that are asked for at once: the most that the API allows. Without it, a day is cut after 50. */
const pageSize = 100;
/** Upper bound in case a server always names a next page; no day has nearly as many. */
const mostPages = 20;

/** Asks the Daily Papers API, one request at a time. @see https://huggingface.co/docs/hub/en/api#get-apidailypapers */
export class DailyPapersApi {
  readonly #address: URL;
  readonly #client: PoliteClient;

  constructor({ address, ...options }: ApiOptions) {
    this.#address = address;
    this.#client = new PoliteClient({ ...options, accept: 'application/json' });
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
      const url = new URL(this.#address);
      url.search = new URLSearchParams({
        ...{ date: day, limit: String(pageSize) },
        ...(page > 0 && { p: String(page) }),
      }).toString();
      const { text, headers } = await this.#client.get(url);
      const hasNextPage = /;\s*rel="?next"?/i.test(headers.get('link') ?? '');
      const list = parseEntries(day, text);
      const sizeBefore = entries.size;
      // Papers submitted between two requests move others to the next page, where they are listed again.
      for (const entry of list) entries.set(keyOf(entry), entry);
      const isLast = !hasNextPage && list.length < pageSize;
      if (isLast || entries.size === sizeBefore) return [...entries.values()];
    }
  }
}

/** What an entry is known by: its paper's id, or all of it. */
function keyOf(entry: unknown): string {
  const id = (entry as { paper?: { id?: unknown } } | null)?.paper?.id;
  return typeof id === 'string' && id !== '' ? id : JSON.stringify(entry);
}
