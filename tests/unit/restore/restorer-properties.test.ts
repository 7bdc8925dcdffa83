import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channel } from '../../../src/restore/channel.ts';
import { createRestorer } from '../../../src/restore/create-restorer.ts';
import { roundTrips } from '../../../src/restore/round-trip.ts';
import { joinCaptured } from '../../../src/restore/segments.ts';
import { runs } from '../../tier.ts';
import { loadModel } from './load-model.ts';

const restorer = createRestorer(loadModel());
const check = (captured: string): void => {
  const segments = restorer.restore(captured);
  expect(joinCaptured(segments)).toBe(captured);
  expect(roundTrips(captured, segments)).toBe(true);
};

const atom = fc.constantFrom(
  'x',
  'n',
  'k',
  'R',
  '2',
  '10',
  '\\alpha',
  '\\epsilon',
  '\\times',
  '\\leq',
  '\\in',
  '\\log',
  ' ',
  '+',
  '=',
  '(',
  ')',
  '\\{',
  '\\}',
  '|',
  '\\|',
  '^',
  '_',
  '~',
  'π',
  '\\,',
  '\\%',
  '\\mathbb{R}',
  '\\unknown',
);
const { latex } = fc.letrec<{ latex: string }>((tie) => ({
  latex: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc.array(tie('latex'), { minLength: 1, maxLength: 5 }).map((a) => a.join('')),
    tie('latex').map((a) => `{${a}}`),
    tie('latex').map((a) => `^{${a}}`),
    tie('latex').map((a) => `\\sqrt{${a}}`),
    fc.tuple(tie('latex'), tie('latex')).map(([a, b]) => `\\frac{${a}}{${b}}`),
    tie('latex').map((a) => `\\tilde{\\mathcal{${a}}}`),
    tie('latex').map((a) => `\\left(${a}\\right)`),
  ),
}));
const prose = fc.constantFrom(
  'We show that ',
  ' for all ',
  ', where ',
  ' is bounded by ',
  'the k-means ',
  ' of $',
  ' \\textbf{',
  '} ',
  ' costs \\$5 ',
  'na\\"ive ',
  '. ',
  ' in ',
  ' https://a.b/c_d ',
);

describe('restoring', () => {
  it('keeps every letter and passes the round-trip check for any LaTeX put through the channel', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            prose,
            latex.map((l) => `$${l}$`),
          ),
          { maxLength: 12 },
        ),
        (parts) => check(channel(parts.join(''))),
      ),
      { seed: 7, ...runs(250) },
    );
  });
  it('keeps every letter and passes the round-trip check for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), {
      seed: 8,
      ...runs(200),
    });
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ...'abknRO $\\{}()[]^_=<>+-*/|,.;:%&#~"\'0123456789παπ×≤\n\u{1d54f}é',
          ),
          maxLength: 200,
        }),
        check,
      ),
      { seed: 9, ...runs(250) },
    );
  });
});
