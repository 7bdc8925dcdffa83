import { type ExcerptPart, readIndexedText } from '../../search/indexed-text.ts';
import type { TitleRecord } from '../../search/title-records.ts';
import type { PagefindResult } from './pagefind.ts';

/** A paper that was found. */
export interface FoundPaper {
  /** Pagefind's id. */
  id: string;
  /** Id on the reading list. */
  identity: string;
  slug: string;
  title: string;
  /** ISO dates of the days on which it was listed, oldest first. */
  days: string[];
  hasCode: boolean;
  hasAuthors: boolean;
  /** Names of its authors; undefined while only the title is known. */
  authors?: string[];
  /** Whether its title has formulas. */
  isTypeset: boolean;
  /** The part of the abstract that matches best; undefined while only the title is known. */
  excerpt?: ExcerptPart[];
}

/** A paper from the index of titles. */
export function fromTitle(record: TitleRecord): FoundPaper {
  const { id, slug, identity = slug, title, days, hasCode, hasAuthors, isTypeset } = record;
  return { id, identity, slug, title, days, hasCode, hasAuthors, isTypeset };
}

/** A paper that Pagefind has found. */
export function fromPagefind(
  id: string,
  { url, content, locations, filters, meta: { title } }: PagefindResult,
): FoundPaper {
  const slug = /([^/]*)\/$/.exec(url)?.[1] ?? '';
  const { identity = slug, ...read } = readIndexedText(content, locations);
  const { excerpt, days, authors, isTypeset } = read;
  const hasCode = filters.has?.includes('code') ?? false;
  const hasAuthors = authors.length > 0;
  return { id, identity, slug, title, days, hasCode, hasAuthors, authors, isTypeset, excerpt };
}
