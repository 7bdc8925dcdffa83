import { readSource } from '../../src/metadata/sources/read-source.ts';
import type { SourceRecord } from '../../src/metadata/sources/source-record.ts';
import type { PoliteClient } from '../fetch/polite-client.ts';
import { excerpt, FetchError } from '../fetch/read-answer.ts';

/** Maximum number of ids in a request. */
export const idsOfRequest = 100;
/** Number of results that are compared for a title. */
const mostOfTitle = 10;

/** Asks arXiv's API for papers. @see https://info.arxiv.org/help/api/user-manual.html */
export class ArxivApi {
  readonly #address: URL;
  readonly #client: Pick<PoliteClient, 'get'>;
  readonly #today: string;

  /**
   * @param address of the API without a query
   * @param today ISO date
   */
  constructor(address: URL, client: Pick<PoliteClient, 'get'>, today: string) {
    this.#address = address;
    this.#client = client;
    this.#today = today;
  }

  /** The papers of ids, as far as arXiv has them. @throws {FetchError} without an answer of the API */
  async fetchIds(ids: readonly string[]): Promise<SourceRecord[]> {
    return await this.#ask({ id_list: ids.join(','), max_results: String(ids.length) });
  }

  /** Papers whose title has the words of a title. @throws {FetchError} without an answer of the API */
  async findTitle(title: string): Promise<SourceRecord[]> {
    const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
    const query = `ti:"${words.join(' ')}"`;
    return await this.#ask({ search_query: query, max_results: String(mostOfTitle) });
  }

  async #ask(query: Record<string, string>): Promise<SourceRecord[]> {
    const url = new URL(this.#address);
    url.search = new URLSearchParams(query).toString();
    const { text } = await this.#client.get(url);
    // Its pages about maintenance and limits come with status 200.
    if (!/<feed[\s>]/.test(text.slice(0, 2000)))
      throw new FetchError(`${url.host} gave no answer of arXiv's API, but ${excerpt(text)}.`);
    return readSource({ file: url.host, text, source: 'arxiv', today: this.#today }).records;
  }
}
