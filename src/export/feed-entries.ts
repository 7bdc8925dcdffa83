import { arxivPage } from '../metadata/addresses.ts';
import type { Author } from '../metadata/metadata.ts';
import { fullName } from '../metadata/split-name.ts';
import { listNames } from '../text/shorten-names.ts';
import { mostNamedAuthors } from './export-paper.ts';
import type { FeedEntry, FeedLink } from './feed.ts';
import { stableUrn } from './stable-id.ts';

/** The data of a paper that entries are made from. */
export interface FeedPaper {
  /** The slug that it was first entered under. */
  identity: string;
  /** Its permalink, absolute. */
  url: string;
  /** The title as one line of plain text. */
  title: string;
  /** The title as HTML, formulas as MathML: phrasing content. */
  titleHtml: string;
  /** The abstract as HTML, formulas as MathML: paragraphs. */
  abstractHtml: string;
  /** The abstract as plain text; paragraphs are separated by blank lines. */
  abstractText: string;
  /** ISO dates of the days on which it was listed, oldest first; never empty. */
  days: readonly string[];
  /** ISO date of the first day with its current revision. */
  revisedSince: string;
  links: readonly FeedLink[];
  hasCode: boolean;
  authors?: readonly Author[];
  arxivId?: string;
}

/** Returns the entry of a paper; it was last changed on the last day that lists the paper. */
export function makePaperEntry(paper: FeedPaper): FeedEntry {
  const listed = `Listed on Daily Papers, ${paper.days.join(', ')}.`;
  const { authors = [], arxivId } = paper;
  return {
    id: stableUrn('paper', paper.identity),
    title: paper.title,
    url: paper.url,
    updated: paper.days[paper.days.length - 1],
    html: `${paper.abstractHtml}\n<p>${listed}</p>`,
    text: `${paper.abstractText}\n\n${listed}`,
    summary: paper.abstractText,
    links: [...(arxivId ? [{ url: arxivPage(arxivId), label: 'arXiv' }] : []), ...paper.links],
    authors: authors.slice(0, mostNamedAuthors).map(fullName),
    tags: paper.hasCode ? ['code'] : [],
  };
}

/** The data of a day that entries are made from. */
interface FeedDay {
  /** ISO date. */
  date: string;
  /** The date in words. */
  title: string;
  /** Absolute address of its page. */
  url: string;
  /** Its papers, in the order of its page. */
  papers: readonly FeedPaper[];
}

/** Returns the ISO date of the first day with a paper's current revision. @param listings oldest first */
export function findRevisedSince(listings: readonly { day: string; revision: number }[]): string {
  const last = listings[listings.length - 1];
  const before = listings.findLastIndex(({ revision }) => revision !== last.revision);
  return listings[before + 1].day;
}

/** Returns the ISO date on which a day's content last changed: its own, or a later one that revised a paper. */
export function findDayUpdate(
  date: string,
  papers: readonly Pick<FeedPaper, 'revisedSince'>[],
): string {
  return papers.reduce(
    (last, { revisedSince }) => (revisedSince > last ? revisedSince : last),
    date,
  );
}

/** Returns the entry of a day, with the titles and abstracts of its papers. */
export function makeDayEntry({ date, title, url, papers }: FeedDay): FeedEntry {
  return {
    id: stableUrn('day', date),
    title,
    url,
    updated: findDayUpdate(date, papers),
    published: date,
    html: papers
      .map(
        (p) => `<h2><a href="${p.url}">${p.titleHtml}</a></h2>\n${writeByline(p)}${p.abstractHtml}`,
      )
      .join('\n'),
    text: papers
      .map(({ title, url, authors, abstractText }) =>
        [title, ...(authors ? [nameAuthors(authors)] : []), `${url}\n`, abstractText].join('\n'),
      )
      .join('\n\n\n'),
    summary: papers.map((p) => p.title).join('\n'),
    links: [],
    authors: [],
    tags: [],
  };
}

const nameAuthors = (authors: readonly Author[]): string => listNames(authors.map(fullName));

const writeByline = ({ authors }: FeedPaper): string =>
  authors ? `<p>${escapeHtml(nameAuthors(authors))}</p>\n` : '';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
