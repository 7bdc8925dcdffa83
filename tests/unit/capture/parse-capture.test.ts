import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../src/capture/parse-capture.ts';
import { CaptureError } from '../../../src/capture/problem.ts';

const A = 'We do this. It works.';
const HEADER =
  'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community';

/** Titles and abstracts in order. */
const read = (body: string, head = 'Mar 11\n\n') =>
  parseCapture('seeds/a.txt', head + body).entries.map(({ title, abstract }) => [title, abstract]);

const codes = (text: string, file = 'seeds/a.txt') => {
  try {
    parseCapture(file, text);
    return [];
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    return error.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
  }
};

describe('the header', () => {
  it.each([
    ['none', 'Mar 11\n\n', []],
    ['glued', 'new\nSubscribe\nMar 11\n', ['new', 'Subscribe']],
    ['in another order and case', 'DAILY PAPERS\n\nnew\n\nMar 11\n\n', ['DAILY PAPERS', 'new']],
    [
      'with a banner',
      `Hot new banner!\n\n${HEADER}\n\nRead it today.\n\nMar 11\n\n`,
      ['Hot new banner!', ...HEADER.split('\n\n'), 'Read it today.'],
    ],
  ])('may be %s', (_, head, header) => {
    const capture = parseCapture('seeds/a.txt', `${head}One\n\n${A}`);
    expect(capture.header).toEqual(header);
    expect(capture.entries).toHaveLength(1);
  });

  it('keeps where the date stood, and the date in the name', () => {
    const capture = parseCapture('seeds/2025-03-12-b.txt', `new\n  Mar 11, 2025\nOne\n\n${A}`);
    expect(capture.date).toEqual({
      month: 3,
      day: 11,
      year: 2025,
      line: 2,
      column: 3,
      text: 'Mar 11, 2025',
    });
    expect(capture.nameDate).toBe('2025-03-12');
    expect(capture.entries).toEqual([{ rank: 1, title: 'One', abstract: A, line: 3 }]);
  });

  it('does without a date line where the name has a date', () => {
    const capture = parseCapture('seeds/2025-03-12.txt', `${HEADER}\n\nOne\n\n${A}`);
    expect(capture.date).toEqual({
      month: 3,
      day: 12,
      year: 2025,
      line: 0,
      column: 0,
      text: '2025-03-12',
    });
    expect(capture.header).toHaveLength(4);
    expect(capture.entries).toHaveLength(1);
  });

  it('leaves a title that is a date', () => {
    expect(read(`March 12\n\n${A}\n\nTwo\n\n${A}`)).toEqual([
      ['March 12', A],
      ['Two', A],
    ]);
    const capture = parseCapture('seeds/2025-03-12.txt', `One\n\n${A}\n\nMarch 12\n\n${A}`);
    expect(capture.entries.map(({ title }) => title)).toEqual(['One', 'March 12']);
    expect(codes(`One\n\n${A}\n\nMarch 12\n\n${A}`)).toEqual(['1:1 date/missing']);
  });
});

describe('pairs', () => {
  it.each([
    [
      'a title longer than its abstract',
      `${'Long Title '.repeat(9)}End\n\nShort`,
      [[`${'Long Title '.repeat(9)}End`, 'Short']],
    ],
    [
      'a title of a question and a phrase',
      `One\n\n${A}\n\nDoes It? A Study\n\n${A}`,
      [
        ['One', A],
        ['Does It? A Study', A],
      ],
    ],
    [
      'a title with a full stop',
      `One\n\n${A}\n\nIt Does.\n\n${A}`,
      [
        ['One', A],
        ['It Does.', A],
      ],
    ],
    [
      'a title twice',
      `One\n\n${A}\n\nOne\n\n${A}`,
      [
        ['One', A],
        ['One', A],
      ],
    ],
    ['a wrapped abstract', 'One\n\nWe do\nthis. It\nworks.', [['One', A]]],
    ['a wrapped title', `One and\nTwo\n\n${A}`, [['One and Two', A]]],
    [
      'hyphens at line ends',
      'State-of-\nthe-art pre-\nand post--\ntraining\n\nx',
      [['State-of-the-art pre- and post-- training', 'x']],
    ],
    [
      'two paragraphs',
      `One\n\n${A}\n\n${A}\n\nTwo\n\n${A}`,
      [
        ['One', `${A}\n\n${A}`],
        ['Two', A],
      ],
    ],
    [
      'two paragraphs twice',
      `One\n\n${A}\n\n${A}\n\nTwo\n\n${A}\n\n${A}`,
      [
        ['One', `${A}\n\n${A}`],
        ['Two', `${A}\n\n${A}`],
      ],
    ],
    [
      'three paragraphs',
      `One\n\n${A}\n\n${A}\n\n${A}\n\nTwo\n\n${A}`,
      [
        ['One', `${A}\n\n${A}\n\n${A}`],
        ['Two', A],
      ],
    ],
    [
      'a continuation in lower case',
      `One\n\n${A}\n\nwhere x is y\n\nTwo\n\n${A}`,
      [
        ['One', `${A}\n\nwhere x is y`],
        ['Two', A],
      ],
    ],
    [
      'a name in lower case',
      `One\n\n${A}\n\ngsplat: Two\n\n${A}`,
      [
        ['One', A],
        ['gsplat: Two', A],
      ],
    ],
    [
      'no blank line at all',
      'One\nAbc\nTwo\nDef',
      [
        ['One', 'Abc'],
        ['Two', 'Def'],
      ],
    ],
    [
      'blank lines between papers only',
      `One\n${A}\n\nTwo\n${A}`,
      [
        ['One', A],
        ['Two', A],
      ],
    ],
    [
      'one blank line missing',
      `One\n\n${A}\n\nTwo\n${A}\n\nThree\n\n${A}`,
      [
        ['One', A],
        ['Two', A],
        ['Three', A],
      ],
    ],
    [
      'a blank line missing before a title',
      `One\n\n${A}\nTwo\n\n${A}`,
      [
        ['One', A],
        ['Two', A],
      ],
    ],
    [
      'titles straight above wrapped abstracts',
      'One\nWe do\nthis. It works.\n\nTwo\nWe do\nthis. It works.',
      [
        ['One', A],
        ['Two', A],
      ],
    ],
  ])('%s', (_, body, entries) => expect(read(body)).toEqual(entries));
});

describe('what makes no pairs', () => {
  it.each([
    ['a lone title', 'Mar 11\n\nOne', ['3:1 entry/no-abstract']],
    ['a lone abstract', `Mar 11\n\n${A}`, ['3:1 entry/no-title']],
    ['a title between', `Mar 11\n\nOne\n\nTwo\n\n${A}\n\nThree\n\n${A}`, ['3:1 entry/no-abstract']],
    [
      'two titles, so that the count is even',
      `Mar 11\n\nOne\n\nTwo\n\n${A}\n\nThree`,
      ['3:1 entry/no-abstract', '9:1 entry/no-abstract'],
    ],
    [
      'two far apart',
      `Mar 11\nX\n\nOne\n\n${A}\n\nTwo\n\n${A}\n\nY\n\nThree\n\n${A}`,
      ['2:1 entry/no-abstract', '12:1 entry/no-abstract'],
    ],
    ['an abstract first', `Mar 11\n\n${A}\n\nOne\n\n${A}`, ['3:1 entry/no-title']],
    [
      'a sentence alone',
      `Mar 11\n\nOne\n\n${A}\n\nCode is out.\n\nTwo\n\n${A}`,
      ['7:1 entry/no-title'],
    ],
    [
      'a wrapped abstract near a lone title',
      `Mar 11\n\nOne\n\nTwo\n\nWe do\nthis. It works.`,
      ['3:1 entry/no-abstract'],
    ],
    [
      'a third paragraph of one sentence',
      `Mar 11\n\nOne\n\n${A}\n\n${A}\n\nCode is out.\n\nTwo\n\n${A}`,
      ['9:1 entry/no-title'],
    ],
    [
      'an impossible date as well',
      'Feb 30\n\nOne',
      ['1:1 date/impossible', '3:1 entry/no-abstract'],
    ],
  ])('%s', (_, text, problems) => expect(codes(text)).toEqual(problems));
});
