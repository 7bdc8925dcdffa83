import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { firstSentence } from '../text/first-sentence.ts';

/** A paper of a digest. All texts are plain, with mathematics in Unicode, because mail programs show no MathML. */
export interface DigestPaper {
  title: string;
  /** Its permalink, absolute. */
  url: string;
  /** Paragraphs are separated by blank lines. */
  abstract: string;
  links: readonly { url: string; kind: string }[];
}

/** A day of a digest. */
export interface DigestDay {
  /** The date in words: `14 March 2025`. */
  title: string;
  /** Absolute address of its page. */
  url: string;
  /** In the order of its page. */
  papers: readonly DigestPaper[];
}

export interface Digest {
  /** Name of the archive. */
  name: string;
  /** The days in words: `14 March 2025`, `11–14 March 2025`. */
  span: string;
  /** BCP 47. */
  language: string;
  /** The line at its foot. */
  footer: string;
  days: readonly DigestDay[];
  /** The words by which the papers were chosen. */
  search?: string;
}

/**
 * How much a body says of each paper: title and abstract, title and first sentence, title, or title without address.
 * In HTML, where titles are links, the last two are the same.
 */
export type Detail = 'abstracts' | 'sentences' | 'titles' | 'bare-titles';

/** How much of a digest a mail has. */
export interface Extent {
  html: Detail;
  text: Detail;
  /** Number of papers listed, from the first on; by default all. */
  papers?: number;
  /** Whether it has less than was asked for, which the mail then says. */
  isShortened?: boolean;
}

/** The subject of a mail, and its content as HTML and as text. */
export interface Letter {
  subject: string;
  /** A complete document without external resources: opening it fetches nothing. */
  html: string;
  text: string;
}

/** Returns the mail of a digest. Each day has its titles and, if the extent says so, then its abstracts. */
export function writeDigest(digest: Digest, extent: Extent = whole): Letter {
  const { name, span, search, days } = digest;
  return {
    subject: `${name}: ${span}, ${count(countPapers(days))}${search ? ` with “${search}”` : ''}`,
    html: writeHtml(digest, extent),
    text: writeText(digest, extent),
  };
}

const whole: Extent = { html: 'abstracts', text: 'abstracts' };

/** Number of papers on some days. */
export const countPapers = (days: readonly DigestDay[]): number =>
  days.reduce((sum, day) => sum + day.papers.length, 0);

const count = (papers: number): string => `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Style attributes, because mail programs ignore style sheets. */
const styles = {
  body: 'max-width: 40em; margin: 0 auto; padding: 1em; font: 16px/1.5 Georgia, serif',
  h1: 'font-size: 1.5em; line-height: 1.25; margin: 1.5em 0 0',
  h2: 'font-size: 1.125em; line-height: 1.3; margin: 2em 0 0',
  list: 'padding-left: 2em',
  quiet: 'color: #6b6b6b; font-size: 0.875em',
};

const printer = unified().use(rehypeStringify).freeze();

/** A day with the papers of it that are listed. */
interface ListedDay extends DigestDay {
  /** `3 papers with “diffusion”`, also where not all of them are listed. */
  count: string;
}

/** The days of which papers are listed. */
function listDays({ days, search }: Digest, { papers: most = Infinity }: Extent): ListedDay[] {
  let left = most;
  return days.flatMap((day) => {
    const papers = day.papers.slice(0, left);
    left -= papers.length;
    const counted = `${count(day.papers.length)}${search ? ` with “${search}”` : ''}`;
    return papers.length > 0 ? [{ ...day, papers, count: counted }] : [];
  });
}

const reason = 'so that mail programs show the whole mail';

/** What a body says about abstracts that it leaves out; the address of the day follows. */
function noteShortening(detail: Detail, { isShortened }: Extent): string | undefined {
  if (!isShortened || detail === 'abstracts') return undefined;
  const parts = detail === 'sentences' ? 'First sentences' : 'Titles';
  return `${parts} only, ${reason}. All of it:`;
}

/** What both bodies say about papers that are not listed, and the first day that has some. */
function noteRest({ days }: Digest, { papers: most = Infinity }: Extent) {
  let seen = 0;
  const day = days.find(({ papers }) => {
    seen += papers.length;
    return seen > most;
  });
  return day && { day, note: `${count(countPapers(days) - most)} not listed, ${reason}. From:` };
}

function writeHtml(digest: Digest, extent: Extent): string {
  const rest = noteRest(digest, extent);
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: digest.language }, [
        h('head', [h('meta', { charset: 'utf-8' }), h('title', digest.name)]),
        h('body', { style: styles.body }, [
          ...listDays(digest, extent).flatMap((day) => writeDay(day, extent)),
          ...(rest ? [writeNote(rest.note, rest.day)] : []),
          h('p', { style: styles.quiet }, digest.footer),
        ]),
      ]),
    ],
  };
  return `${printer.stringify(tree)}\n`;
}

function writeDay(day: ListedDay, extent: Extent): Element[] {
  const { html: detail } = extent;
  const note = noteShortening(detail, extent);
  const items = day.papers.map(({ url, title, abstract }) => {
    const link = h('a', { href: url }, title);
    return h('li', detail === 'sentences' ? [link, h('br'), firstSentence(abstract)] : [link]);
  });
  return [
    h('h1', { style: styles.h1 }, [h('a', { href: day.url }, day.title)]),
    h('p', { style: styles.quiet }, day.count),
    ...(note === undefined ? [] : [writeNote(note, day)]),
    h('ol', { style: styles.list }, items),
    ...(detail === 'abstracts' ? day.papers.flatMap(writePaper) : []),
  ];
}

const writeNote = (note: string, { url, title }: DigestDay): Element =>
  h('p', { style: styles.quiet }, [`${note} `, h('a', { href: url }, title)]);

function writePaper({ title, url, abstract, links }: DigestPaper): Element[] {
  return [
    h('h2', { style: styles.h2 }, [h('a', { href: url }, title)]),
    ...abstract.split('\n\n').map((paragraph) => h('p', paragraph)),
    ...links.map((link) =>
      h('p', { style: styles.quiet }, [
        `${capitalise(link.kind)}: `,
        h('a', { href: link.url }, link.url),
      ]),
    ),
  ];
}

function writeText(digest: Digest, extent: Extent): string {
  const days = listDays(digest, extent).flatMap((day) => writeDayText(day, extent));
  const rest = noteRest(digest, extent);
  const notes = rest ? [`${rest.note} ${rest.day.url}`] : [];
  return `${[digest.name, ...days, ...notes, digest.footer].join('\n\n\n')}\n`;
}

function writeDayText(day: ListedDay, extent: Extent): string[] {
  const { text: detail } = extent;
  const note = noteShortening(detail, extent);
  const head = `${day.title}, ${day.count}\n${note === undefined ? '' : `${note} `}${day.url}`;
  const titles = day.papers.map(({ title }, i) => `${i + 1}. ${title}`);
  const headings = day.papers.map(({ url }, i) => `${titles[i]}\n${url}`);
  switch (detail) {
    case 'bare-titles':
      return [head, titles.join('\n')];
    case 'titles':
      return [head, headings.join('\n')];
    case 'sentences': {
      const items = day.papers.map(
        ({ abstract }, i) => `${headings[i]}\n${firstSentence(abstract)}`,
      );
      return [head, items.join('\n\n')];
    }
    case 'abstracts': {
      const papers = day.papers.map(({ abstract, links }, i) => {
        const lines = links.map((link) => `${capitalise(link.kind)}: ${link.url}`);
        return [headings[i], abstract, ...lines].join('\n\n');
      });
      return [head, titles.join('\n'), ...papers];
    }
  }
}
