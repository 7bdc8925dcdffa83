import type { PaperFacts } from '../capture/capture.ts';
import { readArxivId } from '../text/arxiv-id.ts';

const idHosts: ReadonlySet<string> = new Set(['arxiv.org', 'export.arxiv.org', 'huggingface.co']);

/** The arXiv identifier in the address of a paper on arXiv or Hugging Face. */
export function idFromUrl(address: string): string | undefined {
  const url = URL.parse(address, 'https://huggingface.co');
  if (!url || !idHosts.has(url.hostname.replace(/^www\./, ''))) return undefined;
  const path = /^\/(?:abs|pdf|html|papers)\/(.+?)(?:\.pdf)?\/?$/.exec(url.pathname)?.[1];
  return path === undefined ? undefined : readArxivId(path);
}

/** An address as captured, if it is an `https:` one without credentials. */
export function readHttpsUrl(address: unknown): string | undefined {
  const url = typeof address === 'string' ? URL.parse(address.trim()) : null;
  return url?.protocol === 'https:' && url.username === '' ? url.href : undefined;
}

/** Facts without the empty and the unknown ones. */
export const compactFacts = (
  facts: { [Key in keyof PaperFacts]: PaperFacts[Key] | undefined },
): PaperFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as PaperFacts;
