import { expect, test } from 'vitest';
import { indexText } from '../../../src/records/index-text.ts';
import { toIndexedPaper } from '../../../src/records/indexed-papers.ts';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import type { Segment } from '../../../src/restore/segments.ts';

/** Marks made visible. */
const show = (text: string): string =>
  text.replace(/[\uE000-\uE004]/g, (mark) => '⟨⟩{}|'[mark.charCodeAt(0) - 0xe000] ?? '');
const index = (title: Segment[], abstract: Segment[]): string =>
  show(indexText(cleanSegments(title), cleanSegments(abstract)));

test('each formula is shown once, its TeX and keys hidden behind its word', () => {
  const text = index(
    [{ text: 'A title' }],
    [
      { text: 'Let ' },
      { captured: 'Min R^{mtimes n}', latex: 'M\\in \\mathbb{R}^{m\\times n}' },
      { text: ', an ' },
      { captured: 'epsilon', latex: '\\epsilon' },
      { text: '-net with ' },
      { captured: 'a<b', latex: 'a<b' },
      { text: '.' },
    ],
  );
  expect(text).toBe(
    'A title | Let ⟨M ∈ ℝ^(m×n)⟩, { M\\in \\mathbb{R}^{m\\times n} ƒminrmtimesn ƒmƒ ƒrmtimesn } an ⟨ϵ⟩-net { \\epsilon ƒepsilon } with ⟨a < b⟩. { a<b ƒab ƒaƒ ƒbƒ }',
  );
});

test('a formula is found by what was captured of it too', () => {
  const text = index([], [{ captured: '1{2}+"epsilon', latex: '\\frac{1}{2}+\\epsilon' }]);
  expect(text).toContain(
    '{ \\frac{1}{2}+\\epsilon ƒfrac12epsilon ƒfrac12 ƒepsilon ƒ12epsilon ƒ12 }',
  );
});

test('the keys of a formula wait for the end of its word, but not behind the next formula', () => {
  const text = index(
    [],
    [
      { captured: 'a', latex: 'a' },
      { text: '-' },
      { captured: 'b', latex: 'b' },
      { text: '-norm of *it*' },
    ],
  );
  expect(text).toBe('| ⟨a⟩- { a ƒaƒ } ⟨b⟩-norm { b ƒbƒ } of it');
});

test('the end of a title is marked, and whether it has formulas', () => {
  const title: Segment[] = [{ captured: 'k', latex: 'k' }, { text: '-means' }];
  expect(index(title, [{ text: 'It is.' }])).toBe('⟨k⟩-means { k ƒkƒ } { ƒtypeset } | It is.');
});

test('paragraphs, emphasis and what stays as captured are words in a row', () => {
  expect(index([{ text: 'A' }], [{ text: 'One *two*.\n\nThree \\foo{x} four.' }])).toBe(
    'A | One two. Three \\foo{x} four.',
  );
});

test('days, mathematics and another identity are indexed as keys', () => {
  const head = {
    ...{ titleHtml: 'A', titleText: 'A', titleParts: [], keptCapitals: [], links: [] },
    ...{ hasMath: true, hasMathInTitle: false, hasCode: true, asCaptured: [] },
    counts: { formulas: 1, restored: 1, original: 0 },
  };
  const paper = {
    ...{ slug: 'a', identity: 'a-first-name', formerSlugs: [], metadata: {} },
    days: ['2025-03-11', '2025-03-12'],
  };
  const { record, content } = toIndexedPaper(paper, head, { content: 'A | B' });
  expect(show(content)).toBe('A | B { ƒday20250311 ƒday20250312 ƒhasmath ƒidentityƒaƒfirstƒname }');
  expect(record).toMatchObject({ slug: 'a', identity: 'a-first-name', hasCode: true });
});
