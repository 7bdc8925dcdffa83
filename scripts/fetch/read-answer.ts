import { MAX_SEED_SIZE_BYTES } from '../../src/capture/decode-seed.ts';
import { printable, quote } from '../../src/capture/problem.ts';
import { UsageError } from '../exit-on-fault.ts';

/** Why fetching stopped, for people. */
export class FetchError extends UsageError {
  /** Status of the answer that was refused. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/**
 * The body as text; reading stops at the maximum size of a seed.
 * @throws {FetchError} when it is larger or not UTF-8
 */
export async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_SEED_SIZE_BYTES)
      throw new FetchError(
        'The answer is larger than 20 MB, which is too large for a list of papers.',
      );
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new FetchError('The answer is not UTF-8.');
  }
}

/**
 * The entries of an answer.
 * @param day ISO date, for messages
 * @throws {FetchError} when the text is no JSON array
 */
export function parseEntries(day: string, text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const what = /^\s*</.test(text) ? 'HTML' : 'not JSON, or only a part of it';
    throw new FetchError(`The answer for ${day} is ${what}: ${excerpt(text)}.`);
  }
  if (Array.isArray(value)) return value;
  throw new FetchError(`The answer for ${day} is not a list of papers: ${excerpt(text)}.`);
}

/** The beginning of a text from the network, for a message in a terminal. */
export const excerpt = (text: string): string =>
  quote(printable(text.slice(0, 200).replace(/\s+/g, ' ').trim()));
