import { describe, expect, it } from 'vitest';
import { serialiseLedger } from '../../../src/archive/ledger.ts';
import { CaptureError, type Problem } from '../../../src/capture/problem.ts';
import { checkSeeds, type SeedTexts } from '../../../src/corrections/check-seeds.ts';
import { makeCapture } from '../archive/make-capture.ts';

const options = { today: '2026-11-20', explainRefusal: () => undefined };
const capture = makeCapture('a.txt', { month: 3, day: 11, year: 2025 }, [['Title', 'One. Two.']]);
const none: SeedTexts = {
  ...{ captures: [], ledger: undefined, corrections: undefined, metadata: undefined },
  problems: [],
};
const check = (seeds: Partial<SeedTexts>) => checkSeeds({ ...none, ...seeds }, options);

function problemsOf(seeds: Partial<SeedTexts>): readonly Problem[] {
  try {
    check(seeds);
  } catch (error) {
    if (error instanceof CaptureError) return error.problems;
    throw error;
  }
  return [];
}

describe('checkSeeds', () => {
  it('names the faults of seeds, ledger and corrections together', () => {
    const problem = { file: 'seeds/b.txt', line: 1, column: 1, code: 'x', message: '', hint: '' };
    const codes = problemsOf({
      captures: [capture],
      ledger: '{',
      corrections: 'x',
      problems: [problem],
    }).map(({ file, code }) => `${file} ${code}`);
    expect(codes).toEqual([
      'seeds/b.txt x',
      'seeds/ledger.json ledger/not-json',
      'seeds/corrections.jsonl correction/not-json',
    ]);
  });

  it('tells whether the ledger must be written, however its text is laid out', () => {
    expect(check({ captures: [capture] }).isLedgerChanged).toBe(true);
    const text = serialiseLedger(check({ captures: [capture] }).ledger);
    for (const ledger of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`])
      expect(check({ captures: [capture], ledger }).isLedgerChanged).toBe(false);
    const other = makeCapture('b.txt', { month: 3, day: 12, year: 2025 }, [['Other', 'Three.']]);
    expect(check({ captures: [capture, other], ledger: text }).isLedgerChanged).toBe(true);
  });

  it('names a capture that is not in seeds/ yet by where it is, and notes it by where it will be', () => {
    const given = { ...capture, file: '/tmp/page.txt', name: 'a-2.txt' };
    const years = new Map([[given.sha256, 2024]]);
    expect(() => checkSeeds({ ...none, captures: [given] }, { ...options, years })).toThrow(
      '/tmp/page.txt:1:1  date/year',
    );
    const [entry] = given.entries;
    const entries = entry ? [{ ...entry, abstract: 'One. Two.\n\nThree. Four.' }] : [];
    expect(check({ captures: [{ ...given, entries }] }).notes).toEqual([
      'seeds/a-2.txt:3: the abstract of "Title" has 2 paragraphs: is a title missing?',
    ]);
  });
});
