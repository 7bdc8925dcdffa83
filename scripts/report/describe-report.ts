import { count, firstOf, printable, quote } from '../../src/capture/problem.ts';
import type { Report } from './report.ts';

/** How many items of each list are printed; the rest is counted. */
const mostShown = 10;

/** A report for people: lines to print, in sections that are separated by blank lines. */
export function describeReport(report: Report): string[] {
  const { papers, days, captures, first, last, gaps, formulas } = report;
  const missing = gaps.reduce((sum, gap) => sum + gap.days, 0);
  const span = first === undefined ? '' : `, ${first} to ${last}`;
  return [
    `${count(papers, 'paper')} of ${count(captures, 'capture')} on ${count(days, 'day')}${span}`,
    ...section(
      `Working days without a capture, between the first and the last: ${missing}`,
      gaps.map(({ first, last, days }) =>
        first === last ? first : `${first} to ${last}  ${count(days, 'day')}`,
      ),
    ),
    ...section(
      `Papers without an arXiv id: ${share(report.withoutArxivId.length, papers)}`,
      report.withoutArxivId.map(({ place, slug, title }) => `${place}  ${slug}  ${quote(title)}`),
    ),
    ...section(
      `Uncertain matches: ${report.uncertain.length}`,
      report.uncertain.map(({ paper, source, id, title, reason }) =>
        [paper, id, reason, `(${source})`, title && quote(title)].filter(Boolean).join('  '),
      ),
    ),
    '',
    'Papers with each kind of metadata',
    ...Object.entries(report.coverage).map(
      ([field, known]) => `  ${names[field].padEnd(22)}${share(known, papers)}`,
    ),
    '',
    `Formulas: ${formulas.all}, restored ${formulas.restored}, the authors' own ${formulas.original}`,
    ...section(
      `Doubtful formulas: ${report.doubtful.length}`,
      report.doubtful.map(
        ({ place, slug, probability, captured, latex }) =>
          `${place}  ${slug}  ${Math.round(100 * probability)} %  ${captured}  $${latex}$`,
      ),
    ),
    ...section(
      `Text that looks like LaTeX and is shown as captured: ${count(report.asCaptured.length, 'place')}`,
      report.asCaptured.map(({ place, slug, text }) => `${place}  ${slug}  ${text}`),
    ),
    ...describeComparison(report.comparison),
  ];
}

/** What the fields of metadata are called. */
const names: Record<string, string> = {
  authors: 'authors',
  arxivId: 'arXiv id',
  doi: 'DOI',
  published: 'date of publication',
  venue: 'venue',
  categories: 'categories',
  organisation: 'organisation',
  url: "publisher's page",
  projectPage: 'project page',
  code: 'code',
  stars: 'stars',
  votes: 'votes',
  titleLatex: "authors' title",
  abstractLatex: "authors' abstract",
};

function describeComparison({ texts, counts, differences }: Report['comparison']): string[] {
  if (texts === 0) return ['', "The restorer is not compared: no text of the authors' is known."];
  const { identical, equal, other, edges, missed } = counts;
  const asked = identical + equal + other + edges + missed;
  return [
    '',
    `The restorer, compared with the authors' own text in ${count(texts, 'title or abstract', 'titles and abstracts')}`,
    `  formulas of the authors       ${asked}`,
    `  restored to the letter        ${share(identical, asked)}`,
    `  up to synonyms and spaces     ${share(equal, asked)}`,
    `  with other LaTeX              ${share(other, asked)}`,
    `  with other edges              ${share(edges, asked)}`,
    `  missed                        ${share(missed, asked)}`,
    `  where the authors have none   ${counts.false}`,
    ...section(
      `What differs: ${differences.length}`,
      differences.map(
        ({ place, slug, captured, authors, restored }) =>
          `${place}  ${slug}  ${captured}  authors: ${inDollars(authors)}, restored: ${inDollars(restored)}`,
      ),
    ),
  ];
}

const inDollars = (latex: string | undefined): string =>
  latex === undefined ? 'text' : `$${latex}$`;

/** A heading and the first lines of a list; texts in it cannot be read as commands of a terminal or of GitHub Actions. */
const section = (heading: string, lines: readonly string[]): string[] => [
  '',
  heading,
  ...firstOf(
    lines.map((line) => printable(line.replaceAll('\n', ' '))),
    'more',
    mostShown,
  ).map((line) => `  ${line}`),
];

/** A part of a number, with its percentage: `174 of 291, 60 %`. */
const share = (part: number, of: number): string =>
  of === 0 ? `${part}` : `${part} of ${of}, ${((100 * part) / of).toFixed(1)} %`;
