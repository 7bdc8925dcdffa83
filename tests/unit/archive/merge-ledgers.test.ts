import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerCapture, LedgerPaper } from '../../../src/archive/ledger.ts';
import { mergeLedgers } from '../../../src/archive/merge-ledgers.ts';
import { signWords } from '../../../src/archive/minhash.ts';
import { wordSet } from '../../../src/text/word-overlap.ts';
import { makeAbstract } from './make-capture.ts';

const capture = (letter: string, day = '2025-03-11'): LedgerCapture => ({
  sha256: letter.repeat(64),
  name: `${letter}.txt`,
  day,
  formerDays: [],
});
const paper = (slug: string, fields: Partial<LedgerPaper> = {}): LedgerPaper => ({
  slug,
  formerSlugs: [],
  title: slug,
  firstDay: '2025-03-11',
  texts: [],
  ...fields,
});
const ledger = (captures: LedgerCapture[], papers: LedgerPaper[]): Ledger => ({
  version: 1,
  captures,
  papers,
});
const mergePapers = (a: LedgerPaper[], b: LedgerPaper[]) =>
  mergeLedgers(ledger([], a), ledger([], b));

describe('two ledgers as one', () => {
  test('have the captures of both, each once, with the days of both', () => {
    const merged = mergeLedgers(
      ledger([capture('a'), capture('b', '2025-03-12')], []),
      ledger([capture('b', '2024-03-12'), capture('c')], []),
    );
    expect(merged.ledger.captures).toEqual([
      capture('a'),
      { ...capture('b', '2025-03-12'), formerDays: ['2024-03-12'] },
      capture('c'),
    ]);
  });

  test('have the papers of both, those of the second behind', () => {
    const { ledger: merged, conflicts } = mergePapers([paper('a'), paper('b')], [paper('c')]);
    expect(merged.papers.map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
    expect(conflicts).toEqual([]);
  });

  test('know a paper that was retitled in one of them by all of its addresses', () => {
    const texts = ['0'.repeat(16)];
    const { ledger: merged } = mergePapers(
      [paper('old', { texts })],
      [paper('new', { id: 'old', formerSlugs: ['old'], texts: [...texts, '1'.repeat(16)] })],
    );
    expect(merged.papers).toEqual([
      paper('old', { formerSlugs: ['new'], texts: [...texts, '1'.repeat(16)] }),
    ]);
  });

  test('take papers of one title and like abstracts for one, and name others that share an address', () => {
    const sketch = (from: number) => signWords(wordSet(makeAbstract(from)));
    const own = paper('light', { title: 'Light', texts: ['0'.repeat(16)], sketch: sketch(0) });
    const alike = { ...own, texts: ['1'.repeat(16)], sketch: sketch(5) };
    const other = { ...own, texts: ['1'.repeat(16)], sketch: sketch(900) };
    expect(mergePapers([own], [alike]).ledger.papers).toHaveLength(1);
    expect(mergePapers([own], [other]).conflicts).toEqual([
      { slug: 'light', titles: ['Light', 'Light'] },
    ]);
  });

  test('are the first one where the second says nothing new', () => {
    const whole = ledger([capture('a')], [paper('a', { texts: ['0'.repeat(16)] }), paper('b')]);
    expect(mergeLedgers(whole, ledger([], [])).ledger).toEqual(whole);
    expect(mergeLedgers(ledger([], []), whole).ledger).toEqual(whole);
  });
});
