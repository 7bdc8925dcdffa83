import { type ExcerptPart, readIndexedText } from '../search/indexed-text.ts';
import type { TitleRecord } from '../search/title-records.ts';
import { paperUrl } from '../urls.ts';
import type { PagefindResult } from './pagefind.ts';

/** A paper found, as it is listed. */
export interface FoundPaper {
  /** What Pagefind calls it. */
  id: string;
  slug: string;
  url: string;
  title: string;
  /** ISO dates of the days it was captured on, oldest first. */
  days: string[];
  hasCode: boolean;
  /** Whether its title has formulas. */
  isTypeset: boolean;
  /** Of the abstract, the stretch that answers best; undefined while only the title is known. */
  excerpt?: ExcerptPart[];
}

/** A paper that the index of titles knows. */
export function fromTitle(record: TitleRecord): FoundPaper {
  const { id, slug, title, days, hasCode, isTypeset } = record;
  return { id, slug, url: paperUrl(slug), title, days, hasCode, isTypeset };
}

/** A paper that Pagefind has found. */
export function fromPagefind(
  id: string,
  { url, content, locations, filters, meta }: PagefindResult,
): FoundPaper {
  const { excerpt, days, isTypeset } = readIndexedText(content, locations);
  return {
    id,
    slug: /([^/]*)\/$/.exec(url)?.[1] ?? '',
    url,
    title: meta.title,
    days,
    hasCode: filters.has?.includes('code') ?? false,
    isTypeset,
    excerpt,
  };
}

/** A paper as an entry of the list of results: title, day, excerpt, whose place is kept for it. */
export function makeResult(document: Document, { url, title, days, hasCode }: FoundPaper): Element {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  heading.className = 'title';
  link.href = url;
  link.textContent = title;
  heading.append(link);
  const facts = document.createElement('p');
  facts.className = 'facts label';
  // The latest day leads, as everywhere.
  facts.textContent = days
    .toReversed()
    .map((day) => formatDay(day, document.documentElement.lang))
    .join(' · ');
  if (hasCode) {
    const label = document.createElement('span');
    label.className = 'caps';
    label.textContent = 'code';
    facts.append(' · ', label);
  }
  const text = document.createElement('p');
  text.className = 'excerpt';
  item.append(heading, facts, text);
  return item;
}

/** Writes an excerpt into an entry: text and marks, and nothing else. */
export function showExcerpt(item: Element, excerpt: readonly ExcerptPart[]): void {
  const nodes = excerpt.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
  item.querySelector('.excerpt')?.replaceChildren(...nodes);
}

/** `11 March 2025`, as the pages have it. */
function formatDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date);
  if (Number.isNaN(date.getTime())) return day;
  return `${write({ day: 'numeric' })} ${write({ month: 'long' })} ${write({ year: 'numeric' })}`;
}
