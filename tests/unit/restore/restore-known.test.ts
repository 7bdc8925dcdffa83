import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { channel } from '../../../src/restore/channel.ts';
import { restoreKnown } from '../../../src/restore/restore-known.ts';
import { roundTrips } from '../../../src/restore/round-trip.ts';
import { isFormula, joinRestored, type Segment } from '../../../src/restore/segments.ts';

/** A restorer that finds a blackboard letter in every `R`, and a formula in `S. T`. */
const restore = (captured: string): Segment[] =>
  captured
    .split(/(R|S\. T)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === 'R') return { captured: part, latex: '\\mathbb{R}', probability: 0.7 };
      return part === 'S. T' ? { captured: part, latex: '\\mathbf{S}. T' } : { text: part };
    });
const isSettable = (latex: string): boolean => !latex.includes('\\unknown');

const known = (captured: string, raw: string): Segment[] =>
  restoreKnown(captured, raw, restore, isSettable);
const originals = (segments: readonly Segment[]): string[] =>
  segments.filter(isFormula).flatMap(({ latex, original }) => (original ? [latex] : []));

describe('a text whose authors’ own text is known', () => {
  it('has their formulas and no others', () => {
    const raw = 'Let R be $\\mathbf{R}$, or $\\hat{R}$.';
    const segments = known('Let R be R, or R.', raw);
    expect(joinRestored(segments)).toBe(raw);
    expect(originals(segments)).toEqual(['\\mathbf{R}', '\\hat{R}']);
  });

  it('is not restored', () => {
    const spy = vi.fn(restore);
    restoreKnown('Let R be R.', 'Let R be $\\mathbf{R}$.', spy, isSettable);
    expect(spy).not.toHaveBeenCalled();
  });

  it('is restored in the sentences that the authors have changed', () => {
    const segments = known(
      'Let R be R. Now R is small.',
      'Let R be $\\mathbf{R}$. Now $\\mathbf{R}$ is large.',
    );
    expect(joinRestored(segments)).toBe('Let R be $\\mathbf{R}$. Now $\\mathbb{R}$ is small.');
    expect(originals(segments)).toEqual(['\\mathbf{R}']);
  });

  it('loses what was restored across the end of a known sentence', () => {
    const segments = known('It is S. T is R.', 'It is S. Then $x$.');
    expect(joinRestored(segments)).toBe('It is S. T is $\\mathbb{R}$.');
  });

  it('is restored where a formula of the authors cannot be typeset, and only there', () => {
    const segments = known('Let R be R, R.', 'Let R be $\\mathbf{R}$, $\\unknown{R}$.');
    expect(joinRestored(segments)).toBe('Let R be $\\mathbf{R}$, $\\mathbb{R}$.');
  });

  it('is restored if nothing is the same', () => {
    expect(known('See R', 'Look at $\\mathbf{R}$')).toEqual(restore('See R'));
  });
});

describe('whatever the authors wrote', () => {
  const piece = fc.constantFrom(
    ...[
      'R',
      'S. T',
      ' ',
      '. ',
      '$',
      '\\$',
      '$$',
      '\\',
      '{',
      '}',
      '\\mathbb{R}',
      '\\emph{x}',
      '$\\alpha$',
      '$x$',
      'It is so. ',
      '5',
      '\n',
    ],
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('the result passes the round-trip check', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (raw, other, isSame) => {
        const captured = isSame ? channel(raw) : other;
        const segments = known(captured, raw);
        expect(roundTrips(captured, segments)).toBe(true);
        expect(segments.map((s) => (isFormula(s) ? s.captured : s.text)).join('')).toBe(captured);
      }),
      { numRuns: 2_000 },
    );
  });
});
