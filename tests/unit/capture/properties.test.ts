import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSeed } from '../../../src/capture/decode-seed.ts';
import { parseCapture } from '../../../src/capture/parse-capture.ts';
import { CaptureError } from '../../../src/capture/problem.ts';
import { readsAsProse, readsAsTitle } from '../../../src/capture/prose.ts';
import { isLong, runs } from '../../tier.ts';
import { readCapture } from '../forms/read-capture.ts';

const FILE = 'seeds/a.txt';
const word = fc.constantFrom(
  'A',
  'we',
  'Is',
  'the',
  'Graph-',
  'x^2',
  'über',
  'i.e.',
  '数',
  '42',
  '👩‍💻',
  '\\cite{a}',
);
const mark = fc.constantFrom('', '', '', '.', '?', '!', ':', '…', '.)');
const text = (maxLength: number) =>
  fc
    .array(fc.tuple(word, mark), { minLength: 1, maxLength })
    .map((words) => words.map((parts) => parts.join('')).join(' '));
const title = text(25).filter((words) => !readsAsProse(words));
const pairs = fc.array(fc.tuple(title, text(25)), { minLength: 1, maxLength: 20 });
const realPairs = fc.array(
  fc.tuple(
    text(8)
      .map((words) => `Title ${words} End`)
      .filter(readsAsTitle),
    text(30).map((words) => `We ${words}. It works. We know. So do you.`),
  ),
  { minLength: 1, maxLength: 20 },
);

const serialise = (list: readonly (readonly string[])[]) =>
  `new\n\nMar 11\n\n${list.flat().join('\n\n')}`;
const entriesOf = (source: string) =>
  parseCapture(FILE, source).entries.map(({ title, abstract }) => [title, abstract]);
const lettersOf = (source: string) => source.replace(/\s/g, '');

function parseOrProblems(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return undefined;
  }
}

describe('parseCapture', () => {
  it('gives back any list of titles that are not prose, with any abstracts', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        expect(entriesOf(serialise(list))).toEqual(list);
      }),
      runs(2000),
    );
  });

  it('gives the same entries whatever cannot be seen', () => {
    const blank = fc.constantFrom('', ' ', '\u00A0\t', '\u200B');
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const gaps = fc.array(fc.array(blank, { minLength: 1, maxLength: 3 }), {
      minLength: 42,
      maxLength: 42,
    });
    fc.assert(
      fc.property(
        pairs,
        gaps,
        end,
        fc.constantFrom('', '\uFEFF'),
        (list, blanks, lineEnd, mark) => {
          const blocks = ['new', 'Mar 11', ...list.flat()];
          const source = blocks
            .map((block, index) =>
              [
                block.replaceAll(' ', '\u00A0') + blanks[index]?.[0],
                ...(blanks[index] ?? []),
                '',
              ].join(lineEnd),
            )
            .join('');
          // Short texts of braces and commands are rightly refused as code by `readSeed`.
          const text = decodeSeed(FILE, new TextEncoder().encode(mark + source));
          const capture = parseCapture(FILE, text);
          expect(capture.entries.map(({ title, abstract }) => [title, abstract])).toEqual(list);
        },
      ),
      runs(500),
    );
  });

  it('reads papers worded as papers are, with any blank lines missing', () => {
    const gap = fc.constantFrom('\n', '\n\n', '\n\n\n');
    fc.assert(
      fc.property(realPairs, fc.array(gap, { minLength: 40, maxLength: 40 }), (list, gaps) => {
        const body = list
          .flat()
          .map((block, index) => block + gaps[index])
          .join('');
        expect(entriesOf(`Mar 11\n${body}`)).toEqual(list);
      }),
      runs(1000),
    );
  });

  it('reads papers worded as papers are, in up to four paragraphs', () => {
    const paragraphs = fc.array(
      fc.constantFrom('It is so. We know.', 'where x is y.', 'Is it? It is.'),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        realPairs,
        fc.array(paragraphs, { minLength: 20, maxLength: 20 }),
        (list, more) => {
          const long = list.map(([name, abstract], index) => [
            name,
            [abstract, ...(more[index] ?? [])].join('\n\n'),
          ]);
          expect(entriesOf(serialise(long))).toEqual(long);
        },
      ),
      runs(1000),
    );
  });

  it('loses nothing and invents nothing', () => {
    const piece = fc.oneof(
      title,
      text(12),
      fc.constantFrom('Mar 11', 'new', 'where x', 'A b. C d.'),
    );
    const parts = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\n \n\n')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(parts, (list) => {
        const source = list.flat().join('');
        parseOrProblems(() => {
          const { header, date, entries } = parseCapture(FILE, source);
          const read = [
            ...header,
            date.text,
            ...entries.flatMap((entry) => [entry.title, entry.abstract]),
          ];
          expect(lettersOf(read.join(''))).toBe(lettersOf(source));
          for (const entry of entries) expect(entry.title && entry.abstract).not.toBe('');
        });
      }),
      runs(2000),
    );
  });

  it('throws nothing but CaptureError, whatever it is given', () => {
    const unit = fc.oneof(
      fc.constantFrom('\n', '\n\n', ' ', '.', 'Mar 11\n'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit }),
        (source) => void parseOrProblems(() => parseCapture(FILE, source)),
      ),
    );
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (source) => void parseOrProblems(() => readCapture(FILE, source)),
      ),
    );
  });

  it.each([
    ['blocks', 'A b. C d.\n\nT\n\n'],
    ['lines', 'T\nA b. C d.\n'],
    ['spaces', ' '],
    ['joiners', '\u200D'],
    ['full stops', '. '],
    ['quotes', '."'],
    ['links', 'http://'],
  ])(
    'comes to an end on very many %s: a quadratic reading would not in the time a test has',
    (_, piece) => {
      const source = `Mar 11\n\nT\n\n${piece.repeat(isLong ? 200_000 : 50_000)} x`;
      expect(() => parseOrProblems(() => parseCapture(FILE, source))).not.toThrow();
    },
    30_000,
  );
});
