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
  /** ISO dates of the days on which it was listed, oldest first; never empty. */
  days: readonly string[];
  /** ISO date of the first day with its current revision. */
  revisedSince: string;
  links: readonly FeedLink[];
  hasCode: boolean;
  authors?: readonly Author[];
  arxivId?: string;
}

/** The texts of a paper that entries are made from. */
export interface FeedTexts {
  /** The title as HTML, formulas as MathML: phrasing content. */
  titleHtml: string;
  /** The abstract as HTML, formulas as MathML: paragraphs. */
  abstractHtml: string;
  /** The abstract as plain text; paragraphs are separated by blank lines. */
  abstractText: string;
}

/** Feed readers that drop MathML show the summary, which is plain text. */
const hasMathml = (html: string): boolean => html.includes('<math');

/**
 * Returns the entry of a paper; it was last changed on the last day that lists the paper.
 * @param texts undefined for an entry that only links to the paper
 */
export function makePaperEntry(paper: FeedPaper, texts?: FeedTexts): FeedEntry {
  const listed = `Listed on Daily Papers, ${paper.days.join(', ')}.`;
  const { authors = [], arxivId } = paper;
  return {
    id: stableUrn('paper', paper.identity),
    title: paper.title,
    url: paper.url,
    updated: paper.days[paper.days.length - 1],
    ...(texts && {
      content: {
        html: `${texts.abstractHtml}\n<p>${listed}</p>`,
        text: `${texts.abstractText}\n\n${listed}`,
      },
      ...(hasMathml(texts.abstractHtml) && { summary: texts.abstractText }),
    }),
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
  papers: readonly (FeedPaper & FeedTexts)[];
  /** Whether its entry has no abstracts. */
  isBrief: boolean;
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

/** Returns the entry of a day: the titles of its papers and, if it is not brief, their authors and abstracts. */
export function makeDayEntry({ date, title, url, papers, isBrief }: FeedDay): FeedEntry {
  const html = isBrief
    ? `<ul>\n${papers.map((p) => `<li>${writeLink(p)}</li>`).join('\n')}\n</ul>`
    : papers.map((p) => `<h2>${writeLink(p)}</h2>\n${writeByline(p)}${p.abstractHtml}`).join('\n');
  const texts = papers.map(({ title, url, authors, abstractText }) =>
    isBrief
      ? `${title}\n${url}`
      : [title, ...(authors ? [nameAuthors(authors)] : []), `${url}\n`, abstractText].join('\n'),
  );
  return {
    id: stableUrn('day', date),
    title,
    url,
    updated: findDayUpdate(date, papers),
    published: date,
    content: { html, text: texts.join(isBrief ? '\n\n' : '\n\n\n') },
    ...((!isBrief || hasMathml(html)) && { summary: papers.map((p) => p.title).join('\n') }),
    links: [],
    authors: [],
    tags: [],
  };
}

const nameAuthors = (authors: readonly Author[]): string => listNames(authors.map(fullName));

const writeLink = ({ url, titleHtml }: FeedPaper & FeedTexts): string =>
  `<a href="${url}">${titleHtml}</a>`;

const writeByline = ({ authors }: FeedPaper): string =>
  authors ? `<p>${escapeHtml(nameAuthors(authors))}</p>\n` : '';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
