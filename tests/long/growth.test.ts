import { describe, it } from 'vitest';
import { openRecordMaker } from '../../src/records/make-record.ts';
import { expectLinear } from '../unit/count-steps.ts';

/** What texts are made of, over and over: every kind of bracket, mark, command, address and script. */
const patterns = [
  ...['![a](', '[a](', '![', '[', ']', '](', '<', '<a ', '<!--', '&', '&amp;', '&lt;'],
  ...['*', '**', '*a', '**a ', 'a*b*c', '_', '__', '_a', '~', '~~', '`', '``', '```', '`a', '``a'],
  ...[
    '\\',
    '\\\\',
    '\\a',
    '\\foo',
    '\\foo{',
    '\\alpha',
    '\\(',
    '\\)',
    '\\[',
    '\\"',
    '\\"{',
    "\\'{",
  ],
  ...['{', '}', '{}', '{{', '{a', '^', '_{', '^{', '{\\it ', '\\textbf{', '\\emph{', '\\href{'],
  ...[
    '\\url{',
    '\\frac{',
    '\\left(',
    '$',
    '$$',
    '$a',
    'a$',
    '$a$',
    '$a_',
    '|',
    '|a',
    '# ',
    '- ',
    '--',
  ],
  ...['1. ', '> ', '=', 'http://', 'http://a', 'http://a.b/*', 'www.', 'www.a', 'www.a.com/('],
  ...['a@b', 'a@', '@', 'a.', 'a.b', 'a.io', 'a.io/', '.', '. ', ', ', ':', '://', 'a/', '%a'],
  ...["'", "''", '"', '(', ')', '(a', 'a', 'a ', 'A ', 'AbC', '0', '0.', '1e5', 'a-b-', 'a_b_c '],
  ...[
    'mathcal{',
    'mathbb{R}',
    'alpha ',
    'R^d',
    'x_i ',
    'O(n)',
    'p(x|y)',
    '\u00A0',
    '\u0301',
    '数学',
  ],
  ...['😀', '\u202E', 'א', '\t', '\n', 'x\n\n'],
];

describe('making a record takes steps like the length of the abstract', () => {
  const make = openRecordMaker();
  const record = (abstract: string) => () =>
    make(
      {
        revisions: [{ title: 'A Title', abstract }],
        listings: [{ day: '2025-03-11', capture: 'a.txt', rank: 1, revision: 0 }],
      },
      [],
    );
  const repeat = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

  // Steps within one match of a regular expression are not counted: of 400 KB, in one paragraph or in
  // many, a quadratic one would take minutes, and the test would end by its time limit.
  it.each(patterns)('%j', async (unit) => {
    await expectLinear((size) => record(`We study ${repeat(unit, size)}`), 4_000);
    record(`We study ${repeat(unit, 400_000)}`)();
    record(`We study ${repeat(unit, 16_000)}\n\n`.repeat(25))();
  });
});
