import type { Capture, CaptureEntry } from './capture.ts';
import { count, type Problem, quote } from './problem.ts';
import { hasSeveralSentences, readsAsTitle } from './prose.ts';

/** What a page of papers is not; `of` finds the entries that speak against it. */
interface Rule {
  code: string;
  of(entries: readonly CaptureEntry[]): CaptureEntry[];
  /** @param share `3 of 20 papers` */
  message(share: string, example: CaptureEntry): string;
  hint: string;
}

/**
 * Share of odd entries from which a capture is refused. None of 457 real days of the API, 558 days of pasted text and the
 * five seeds is.
 */
export const mostOdd = 0.1;

const furniture = /^(?:Submitted by\b|Upvote\b|\d+ authors?$|[·•]|\[\d+\]|#{1,6} |!\[|https?:\/\/)/;

/**
 * Share of letters and spaces in a text, 0 to 1. The least of 8,089 real abstracts is 0.87; tables and code have less.
 */
const letterShare = (text: string): number =>
  text.length === 0 ? 1 : (text.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0) / text.length;
const leastLetters = 0.75;

/** Two names with a comma between them. Of 7,752 real titles 84 end like that, of no day more than a third. */
const namesAtEnd =
  /\p{Lu}[\p{L}.'’-]* (?:\S+ ){0,3}\p{Lu}[\p{L}'’-]*, \p{Lu}[\p{L}.'’-]*(?: \S+){0,3}? \p{Lu}[\p{L}'’-]*(?:,? (?:and|&) \p{Lu}.{3,40}|,? et al\.?)?$/u;

/** The entries for which a test holds, if these are most of at least three. */
function mostOf(
  entries: readonly CaptureEntry[],
  test: (entry: CaptureEntry) => boolean,
): CaptureEntry[] {
  const found = entries.filter(test);
  return entries.length > 2 && found.length > entries.length / 2 ? found : [];
}

const isEnglish = (text: string): boolean => /\b(?:the|of|and|it|was|that)\b/i.test(text);

/**
 * Whether a text refers to its authors or to the paper, as all but 22 of 8,089 real abstracts do, and at least 7 of 8
 * of each day.
 */
const isOfPaper = (text: string): boolean =>
  /\b(?:we|our|us|(?:this|the) (?:paper|work|study|article|survey|report|review))\b/i.test(text);

/** Whether an entry has facts that only sources of papers give. */
const isMarked = ({ facts = {} }: CaptureEntry): boolean =>
  [facts.arxivId, facts.votes, facts.authorCount, facts.organisation].some((f) => f !== undefined);

const rules: readonly Rule[] = [
  {
    code: 'plausible/no-abstracts',
    of: (entries) => entries.filter(({ abstract }) => readsAsTitle(abstract)),
    message: (share, { abstract }) =>
      `The abstracts of ${share} read like titles, e.g. ${quote(abstract)}.`,
    hint: 'a page without abstracts was captured, or titles and abstracts are shifted against each other; compare the file with the page.',
  },
  {
    code: 'plausible/no-titles',
    of: (entries) =>
      entries.filter(({ title }) => hasSeveralSentences(title) || furniture.test(title)),
    message: (share, { title }) =>
      `The titles of ${share} are sentences or parts of a page around them, e.g. ${quote(title)}.`,
    hint: 'titles and abstracts are shifted against each other, or the page has lines between its papers that are not known; remove them.',
  },
  {
    code: 'plausible/numbered-titles',
    of: (entries) => mostOf(entries, ({ title }) => /^(?:\d+[.)]?|-) /.test(title)),
    message: (share, { title }) =>
      `The titles of ${share} begin with a number, e.g. ${quote(title)}.`,
    hint: 'these are votes or numbers of a list; copy the page again, or remove them.',
  },
  {
    code: 'plausible/authors-in-titles',
    of: (entries) => mostOf(entries, ({ title }) => namesAtEnd.test(title.slice(-200))),
    message: (share, { title }) =>
      `The titles of ${share} seem to end with names of authors, e.g. ${quote(title)}.`,
    hint: 'authors are on the lines below the titles; remove these lines, or save the page as HTML.',
  },
  {
    code: 'plausible/repeated',
    of: (entries) => {
      const texts = new Set<string>();
      return entries.filter(({ title, abstract }) => {
        const key = `${title}\n${abstract}`;
        return texts.has(key) || !texts.add(key);
      });
    },
    message: (share, { title }) => `${share} are in the file twice, e.g. ${quote(title)}.`,
    hint: 'the page was pasted twice; remove one of the copies.',
  },
  {
    code: 'plausible/no-prose',
    of: (entries) => entries.filter(({ abstract }) => letterShare(abstract) < leastLetters),
    message: (share, { abstract }) =>
      `The abstracts of ${share} are tables or code rather than text, e.g. ${quote(abstract)}.`,
    hint: 'check that this file is a page of papers.',
  },
  {
    code: 'plausible/no-papers',
    of: (entries) => {
      if (entries.some(isMarked)) return [];
      const isOdd = ({ abstract }: CaptureEntry) => isEnglish(abstract) && !isOfPaper(abstract);
      const odd = entries.filter(isOdd);
      const judged = entries.filter((entry) => isOdd(entry) || isOfPaper(entry.abstract));
      return odd.length > judged.length / 3 ? odd : [];
    },
    message: (share, { abstract }) =>
      `The abstracts of ${share} read like other texts: none has "we", "our" or "this paper", e.g. ${quote(abstract)}.`,
    hint: 'check that this file is a page of papers with their abstracts.',
  },
];

/**
 * What speaks against a capture being a page of papers, at most one problem for each rule. Only a maintainer can decide:
 * `npm run seeds:add -- --as-is` accepts the capture.
 */
export function findImplausible({
  file,
  entries,
  doubt,
}: Pick<Capture, 'file' | 'entries' | 'doubt'>): Problem[] {
  if (doubt) return [{ ...doubt, file }];
  return rules.flatMap(({ code, of, message, hint }) => {
    const odd = of(entries);
    const [first] = odd;
    if (!first || odd.length < mostOdd * entries.length) return [];
    const share = `${odd.length} of ${count(entries.length, 'paper')}`;
    return [
      {
        ...{ file, line: first.line, column: 1, code },
        message: message(share, first),
        hint: `${hint} If the file is right, see "Files that are refused" in the guide.`,
      },
    ];
  });
}
