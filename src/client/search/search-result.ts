import { type ExcerptPart, readIndexedText } from '../../search/indexed-text.ts';
import type { TitleRecord } from '../../search/title-records.ts';
import { paperUrl } from '../../urls.ts';
import { listPrefix } from '../list/list-store.ts';
import { markPapers } from '../list/mark-papers.ts';
import { nameListButtons } from '../list/name-list-buttons.ts';
import type { PagefindResult } from './pagefind.ts';

/** A paper found, as it is listed. */
export interface FoundPaper {
  /** What Pagefind calls it. */
  id: string;
  /** What the reading list knows it by. */
  identity: string;
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
  const { id, slug, identity = slug, title, days, hasCode, isTypeset } = record;
  return { id, identity, slug, url: paperUrl(slug), title, days, hasCode, isTypeset };
}

/** A paper that Pagefind has found. */
export function fromPagefind(
  id: string,
  { url, content, locations, filters, meta }: PagefindResult,
): FoundPaper {
  const slug = /([^/]*)\/$/.exec(url)?.[1] ?? '';
  const { excerpt, days, isTypeset, identity = slug } = readIndexedText(content, locations);
  return {
    id,
    identity,
    slug,
    url: paperUrl(slug),
    title: meta.title,
    days,
    hasCode: filters.has?.includes('code') ?? false,
    isTypeset,
    excerpt,
  };
}

/**
 * A paper as an entry of the list of results: title, days, its buttons as the reader left them, and an
 * excerpt, whose place is kept for it.
 * @param template the entry as `Search.astro` has it
 */
export function makeResult(
  template: HTMLTemplateElement,
  { identity, slug, url, title, days, hasCode }: FoundPaper,
): HTMLElement {
  const item = document.importNode(template.content, true).firstElementChild as HTMLElement;
  const paperDay = days[days.length - 1] ?? '';
  Object.assign(item.dataset, { paperId: identity, slug, paperTitle: title, paperDay });
  const link = item.querySelector('a');
  if (link) {
    link.href = url;
    link.textContent = title;
  }
  const facts = item.querySelector('[data-days]');
  // The latest day leads, as everywhere.
  const dates = days.toReversed().map((day) => formatDay(day, document.documentElement.lang));
  facts?.append(dates.join(' · '));
  if (hasCode) {
    const label = document.createElement('span');
    label.className = 'caps';
    label.textContent = 'code';
    facts?.append(' · ', label);
  }
  nameListButtons(item, title);
  markPapers(listPrefix, item, false);
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
