import type { PaperFacts } from '../capture/capture.ts';
import { normaliseSeed } from '../capture/normalise-seed.ts';
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
  return url?.protocol === 'https:' && url.username + url.password === '' ? url.href : undefined;
}

/** A name or a keyword on one line, without what cannot be seen or changes the direction of other texts. */
const cleanName = (name: string): string => normaliseSeed(name.replace(/\s+/g, ' ')).trim();

function cleanFact(value: unknown): unknown {
  if (typeof value === 'string') return cleanName(value);
  return Array.isArray(value) ? value.map(cleanName).filter((name) => name !== '') : value;
}

/** Facts with clean texts, without the empty and the unknown ones. */
export const compactFacts = (
  facts: { [Key in keyof PaperFacts]: PaperFacts[Key] | undefined },
): PaperFacts =>
  Object.fromEntries(
    Object.entries(facts)
      .map(([key, value]) => [key, cleanFact(value)])
      .filter(
        ([, value]) =>
          value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      ),
  ) as PaperFacts;
