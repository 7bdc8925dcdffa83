import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, restoreCorrected } from '../../../src/corrections/apply-corrections.ts';
import type { Correction } from '../../../src/corrections/corrections.ts';
import { placeCorrections } from '../../../src/corrections/place-corrections.ts';
import {
  formulaRoundTrips,
  keepRoundTripping,
  roundTrips,
} from '../../../src/restore/round-trip.ts';
import { isFormula, joinCaptured, type Segment } from '../../../src/restore/segments.ts';
import { runs } from '../../tier.ts';

/** Segments written short: `'text'`, or `['captured', 'latex']`. */
type Short = string | [captured: string, latex: string];
const lengthen = (parts: readonly Short[]): Segment[] =>
  parts.map((p) =>
    typeof p === 'string' ? { text: p } : { captured: p[0], latex: p[1], probability: 0.5 },
  );
/** A correction written short: span, LaTeX, occurrence. */
type ShortCorrection = [captured: string, latex: string | null, occurrence?: number];

function apply(parts: readonly Short[], ...corrections: ShortCorrection[]): (string | string[])[] {
  const restored = lengthen(parts);
  const abstract = joinCaptured(restored);
  const list = corrections.map(
    ([captured, latex, occurrence]): Correction => ({ paper: 'p', captured, latex, occurrence }),
  );
  const { edits } = placeCorrections({ title: '', abstract }, list);
  const result = applyEdits(abstract, restored, edits);
  expect(joinCaptured(result)).toBe(abstract);
  expect(roundTrips(abstract, result)).toBe(true);
  return result.map((s) =>
    isFormula(s)
      ? [s.captured, s.latex, s.corrected ? `corrected ${s.probability}` : `${s.probability}`]
      : s.text,
  );
}

describe('applyEdits', () => {
  it('makes a formula of text', () => {
    expect(apply(['in alpha steps'], ['alpha', '\\alpha'])).toEqual([
      'in ',
      ['alpha', '\\alpha', 'corrected 1'],
      ' steps',
    ]);
  });
  it('takes the place of a restored formula', () => {
    expect(apply(['in ', ['R^d', 'R^d'], '.'], ['R^d', '\\mathbb{R}^d'])).toEqual([
      'in ',
      ['R^d', '\\mathbb{R}^d', 'corrected 1'],
      '.',
    ]);
  });
  it('says of a restored formula that it is right', () => {
    expect(apply([['R^d', 'R^d']], ['R^d', 'R^d'])).toEqual([['R^d', 'R^d', 'corrected 1']]);
  });
  it('takes a formula back to text, and joins it with the text around', () => {
    expect(apply(['in ', ['k', 'k'], ' and ', ['x', 'x'], '.'], ['k', null])).toEqual([
      'in k and ',
      ['x', 'x', '0.5'],
      '.',
    ]);
  });
  it('takes back what it overlaps, on both sides', () => {
    expect(apply(['a ', ['b=c', 'b=c'], ' d ', ['e+f', 'e+f'], ' g'], ['c d e', 'c d e'])).toEqual([
      'a b=',
      ['c d e', 'c d e', 'corrected 1'],
      '+f g',
    ]);
  });
  it('takes a formula back that is too long, where the span stands once', () => {
    expect(apply(['so ', ['is k=2', 'is k=2'], '.'], ['k=2', 'k=2'])).toEqual([
      'so is ',
      ['k=2', 'k=2', 'corrected 1'],
      '.',
    ]);
  });
  it('leaves larger formulas alone where the span stands several times', () => {
    expect(apply(['k and ', ['k=2', 'k=2'], ' and ', ['k', 'k']], ['k', '\\mathbf{k}'])).toEqual([
      ['k', '\\mathbf{k}', 'corrected 1'],
      ' and ',
      ['k=2', 'k=2', '0.5'],
      ' and ',
      ['k', '\\mathbf{k}', 'corrected 1'],
    ]);
  });
  it('but not where that occurrence is meant', () => {
    expect(apply(['k and ', ['k=2', 'k=2']], ['k', null, 2])).toEqual(['k and k=2']);
  });
  it('sets corrections beside each other', () => {
    expect(apply(['4times alpha'], ['4times', '4\\times'], ['alpha', null])).toEqual([
      ['4times', '4\\times', 'corrected 1'],
      ' alpha',
    ]);
  });
  it('changes nothing where there is no formula to take back', () => {
    expect(apply(['in k steps'], ['k', null])).toEqual(['in k steps']);
  });
  it('keeps the rest of an unproven text marked', () => {
    const edit = {
      part: 'abstract',
      start: 2,
      end: 3,
      isExact: true,
      correction: { paper: 'p', captured: 'b', latex: 'b' },
    } as const;
    expect(applyEdits('a b c', [{ text: 'a b c', unproven: true }], [edit])).toEqual([
      { text: 'a ', unproven: true },
      { captured: 'b', latex: 'b', probability: 1, corrected: true },
      { text: ' c', unproven: true },
    ]);
  });
  it('stays as restored where the whole would not come out of the channel', () => {
    expect(apply(['costs $5 in alpha'], ['alpha', '\\alpha'])).toEqual(['costs $5 in alpha']);
  });
});

it('restoreCorrected restores, proves and corrects title and abstract', () => {
  const revision = { title: 'On k', abstract: 'A x and k' };
  const correction = { paper: 'p', captured: 'k', latex: '\\mathbf{k}' };
  const { edits } = placeCorrections(revision, [correction]);
  const restore = (text: string): Segment[] =>
    text === revision.title
      ? [{ text }]
      : [{ text: 'A ' }, { captured: 'x', latex: 'y' }, { text: ' and k' }];
  const formula = { captured: 'k', latex: '\\mathbf{k}', probability: 1, corrected: true };
  expect(restoreCorrected(revision, restore, edits)).toEqual({
    title: [{ text: 'On ' }, formula],
    abstract: [{ text: 'A ' }, { text: 'x', unproven: true }, { text: ' and ' }, formula],
  });
});

describe('whatever is corrected', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'k',
        ' ',
        'in',
        '\n\n',
        '$',
        '\\emph{',
        '}',
        '{',
        '_',
        '^',
        '2',
        '\\',
        'R^{stimes d}',
        'alpha',
        '(',
        ')',
        '=',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 24 },
  );
  const cuts = fc.array(
    fc.tuple(
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    ),
    { maxLength: 6 },
  );
  /** A formula that comes out as a span: its letters, some commands of them. */
  const write = (span: string): string => {
    const latex = span.replace(/alpha|times|(?<=[({])k/g, '\\$&');
    return formulaRoundTrips(span, latex) ? latex : span;
  };
  const pick = (text: string, a: number, b: number): string => {
    const start = a % text.length;
    return text.slice(start, start + 1 + (b % 6));
  };

  it('no letter changes, all is proven, and edits stand apart', () => {
    fc.assert(
      fc.property(pieces, cuts, cuts, (list, formulas, lines) => {
        const abstract = list.join('');
        if (abstract === '') return;
        const spans = (of: typeof lines): Correction[] =>
          of.map(([a, b, isPlain, occurrence]) => {
            const captured = pick(abstract, a, b);
            return { paper: 'p', captured, latex: isPlain ? null : write(captured), occurrence };
          });
        const revision = { title: '', abstract };
        // What was restored is itself made by edits: formulas anywhere, proven.
        const found = placeCorrections(revision, spans(formulas)).edits;
        const restored = keepRoundTripping(
          abstract,
          applyEdits(abstract, [{ text: abstract }], found),
        );
        const { edits } = placeCorrections(revision, spans(lines));
        edits.reduce((end, edit) => {
          expect(edit.start).toBeGreaterThanOrEqual(end);
          expect(abstract.slice(edit.start, edit.end)).toBe(edit.correction.captured);
          return edit.end;
        }, 0);
        const corrected = applyEdits(abstract, restored, edits);
        expect(joinCaptured(corrected)).toBe(abstract);
        expect(roundTrips(abstract, corrected)).toBe(true);
        expect(keepRoundTripping(abstract, corrected)).toEqual(corrected);
      }),
      runs(2000),
    );
  });
});
