import { expect, test } from 'vitest';
import { describeReport } from '../../../../scripts/report/describe-report.ts';
import type { Report } from '../../../../scripts/report/report.ts';

const at = { place: 'seeds/2025-03-11.txt:7', slug: 'a-paper' };
const report: Report = {
  ...{ papers: 20, first: '2025-03-11', last: '2025-03-21', days: 2, captures: 3 },
  gaps: [
    { first: '2025-03-12', last: '2025-03-12', days: 1 },
    { first: '2025-03-14', last: '2025-03-20', days: 5 },
  ],
  withoutArxivId: Array.from({ length: 12 }, () => ({ ...at, title: 'A\u001b[31m Paper' })),
  doubtful: [{ ...at, captured: 'R^d', latex: '\\mathbb{R}^d', probability: 0.356 }],
  asCaptured: [{ ...at, text: '\\foo{' }],
  uncertain: [{ paper: 'a-paper', source: 'arxiv', id: '2503.03601', title: 'A Paper' }],
  coverage: { authors: 3, arxivId: 1 },
  formulas: { all: 9, restored: 5, original: 3 },
  comparison: {
    texts: 2,
    counts: { identical: 6, equal: 1, other: 1, edges: 1, missed: 1, false: 1 },
    differences: [{ ...at, outcome: 'missed', captured: 'k', authors: 'k' }],
  },
};

test('a report is sections of counts and of first items', () => {
  expect(describeReport(report).join('\n')).toMatchInlineSnapshot(`
    "20 papers of 3 captures on 2 days, 2025-03-11 to 2025-03-21

    Working days without a capture, between the first and the last: 6
      2025-03-12
      2025-03-14 to 2025-03-20  5 days

    Papers without an arXiv id: 12 of 20, 60.0 %
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      seeds/2025-03-11.txt:7  a-paper  "A\\u{1b}[31m Paper"
      and 2 more

    Uncertain matches: 1
      a-paper  2503.03601  (arxiv)  "A Paper"

    Papers with each kind of metadata
      authors               3 of 20, 15.0 %
      arXiv id              1 of 20, 5.0 %

    Formulas: 9, restored 5, the authors' own 3

    Doubtful formulas: 1
      seeds/2025-03-11.txt:7  a-paper  36 %  R^d  $\\mathbb{R}^d$

    Text that looks like LaTeX and is shown as captured: 1 place
      seeds/2025-03-11.txt:7  a-paper  \\foo{

    The restorer, compared with the authors' own text in 2 titles and abstracts
      formulas of the authors       10
      restored to the letter        6 of 10, 60.0 %
      up to synonyms and spaces     1 of 10, 10.0 %
      with other LaTeX              1 of 10, 10.0 %
      with other edges              1 of 10, 10.0 %
      missed                        1 of 10, 10.0 %
      where the authors have none   1

    What differs: 1
      seeds/2025-03-11.txt:7  a-paper  k  authors: $k$, restored: text"
  `);
});

test('an empty archive has a report', () => {
  const { first, last, ...rest } = report;
  const lines = describeReport({
    ...{ ...rest, papers: 0, days: 0, gaps: [], withoutArxivId: [], coverage: { authors: 0 } },
    comparison: { ...report.comparison, texts: 0, differences: [] },
  });
  expect(lines[0]).toBe('0 papers of 3 captures on 0 days');
  expect(lines).toContain('  authors               0');
  expect(lines.at(-1)).toMatch(/^The restorer is not compared/);
});
