import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

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
}

/** The subject of a mail, and its content as HTML and as text. */
export interface Letter {
  subject: string;
  /** A complete document without external resources: opening it fetches nothing. */
  html: string;
  text: string;
}

/** Returns the mail of a digest: for each day its titles, then its abstracts. */
export function writeDigest(digest: Digest): Letter {
  const papers = digest.days.reduce((sum, day) => sum + day.papers.length, 0);
  return {
    subject: `${digest.name}: ${digest.span}, ${count(papers)}`,
    html: writeHtml(digest),
    text: writeText(digest),
  };
}

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

function writeHtml({ name, language, footer, days }: Digest): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: language }, [
        h('head', [h('meta', { charset: 'utf-8' }), h('title', name)]),
        h('body', { style: styles.body }, [
          ...days.flatMap(writeDay),
          h('p', { style: styles.quiet }, footer),
        ]),
      ]),
    ],
  };
  return `${printer.stringify(tree)}\n`;
}

function writeDay({ title, url, papers }: DigestDay): Element[] {
  return [
    h('h1', { style: styles.h1 }, [h('a', { href: url }, title)]),
    h('p', { style: styles.quiet }, count(papers.length)),
    h(
      'ol',
      { style: styles.list },
      papers.map((paper) => h('li', [h('a', { href: paper.url }, paper.title)])),
    ),
    ...papers.flatMap(writePaper),
  ];
}

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

function writeText({ name, footer, days }: Digest): string {
  const day = ({ title, url, papers }: DigestDay): string[] => [
    `${title}, ${count(papers.length)}\n${url}`,
    papers.map((paper, i) => `${i + 1}. ${paper.title}`).join('\n'),
    ...papers.map(({ title: heading, url: address, abstract, links }, i) =>
      [
        `${i + 1}. ${heading}\n${address}`,
        abstract,
        ...links.map((link) => `${capitalise(link.kind)}: ${link.url}`),
      ].join('\n\n'),
    ),
  ];
  return `${[name, ...days.flatMap(day), footer].join('\n\n\n')}\n`;
}
