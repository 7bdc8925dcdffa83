import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanSegments, listAsCaptured, visitNodes } from '../../../src/render/clean-segments.ts';
import type { FormulaNode } from '../../../src/render/phrasing.ts';
import { toHtml } from '../../../src/render/to-html.ts';
import { toMarkdown } from '../../../src/render/to-markdown.ts';
import { toPlainText } from '../../../src/render/to-text.ts';
import type { Segment } from '../../../src/restore/segments.ts';
import { runs } from '../../tier.ts';
import { readCapture } from '../forms/read-capture.ts';
import { collapseSpace, readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { typesetSegments } from './typeset-segments.ts';

// KaTeX warns of characters it has no width for; random text has many, between dollars too.
beforeEach(() => {
  vi.mocked(console.warn).mockImplementation(() => {});
});
afterEach(() => {
  vi.mocked(console.warn).mockClear();
});

const words = ['a', 'word', 'Über', '数学', 'é', 'e\u0301', '42', 'i', 's', 'x', '👩‍💻'];
const spaces = [' ', ' ', ' ', '  ', '\u00A0', '\n\n'];
/** What means something to Markdown, HTML or LaTeX. */
const marks = [
  ...['#', '##', '*', '**', '_', '__', '`', '``', "'", "''", '"', '~', '~~', '-', '--', '---', '+'],
  ...['1.', '1)', '>', '<', '<b>', '</p>', '<!--', '-->', '<script>', '<x y="z">', '&', '&amp;'],
  ...[
    '&#35;',
    '[',
    ']',
    '(',
    ')',
    '[a](b)',
    '![a](b)',
    '[^1]',
    '[a]: b',
    '|',
    '!',
    '=',
    '===',
    ':',
  ],
  ...['.', ',', ';', '?', '/', '@', '%', '^', '$', '$$', '{', '}', '{}', '<a@x.org>', '\uFFFC'],
];
const commands = [
  ...[
    '\\',
    '\\\\',
    '\\%',
    '\\_',
    '\\{',
    '\\}',
    '\\,',
    '\\ ',
    '\\"',
    "\\'",
    '\\(',
    '\\)',
    '\\v ',
    '{\\c ',
  ],
  ...[
    '\\it ',
    '{\\it ',
    '{\\bf ',
    '\\textbf{',
    '\\texttt{',
    '\\emph{',
    '\\ie',
    '\\eg',
    '\\alpha',
    '\\i',
  ],
  ...['\\foozle', '\\Barbaz{', 'mathcal{', 'mathcal', '^{', '_{', '\\href{', '\\url{', '\\mathbb{'],
];
const links = ['https://x.org/a_b', 'https://x.org/p{', 'www.x.org', 'https://', '{page}'];

const textOf = (...pieces: readonly string[][]) =>
  fc
    .array(fc.constantFrom(...pieces.flat()), { maxLength: 24, size: 'max' })
    .map((list) => list.join(''));

/** The text of cleaned nodes; a formula is its captured text. */
const readNode = (node: PhrasingContent): string => {
  if (node.type === 'inlineMath') return (node as FormulaNode).origin.captured;
  if ('children' in node) return node.children.map(readNode).join('');
  return 'value' in node ? node.value : '';
};
const clean = (segments: readonly Segment[]) =>
  cleanSegments(segments)
    .map((nodes) => nodes.map(readNode).join(''))
    .join(' ');
/** The captured text of each formula of segments. */
function originsOf(segments: readonly Segment[]): string[] {
  const origins: string[] = [];
  visitNodes(cleanSegments(segments), (node) => {
    if (node.type === 'inlineMath') origins.push((node as FormulaNode).origin.captured);
  });
  return origins;
}
const lettersOf = (text: string) => text.normalize('NFD').match(/[\p{L}\p{N}]/gu) ?? [];

/** What of `letters` does not stand in `text` in its order. */
function findMissing(letters: readonly string[], text: readonly string[]): string[] {
  let at = 0;
  return letters.filter((letter) => {
    const found = text.indexOf(letter, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

const random = runs(3000);

describe('no letter is lost', () => {
  it('of a text without commands: the same letters come out, in their order', () => {
    fc.assert(
      fc.property(textOf(words, spaces, marks), (text) => {
        expect(lettersOf(clean([{ text }]))).toEqual(lettersOf(text));
      }),
      random,
    );
  });

  it('of a text with commands: all but the names of commands come out, in their order', () => {
    fc.assert(
      fc.property(textOf(words, spaces, marks, commands), (text) => {
        const outside = lettersOf(text.replace(/\\[a-zA-Z]+/g, ' '));
        expect(findMissing(outside, lettersOf(clean([{ text }])))).toEqual([]);
      }),
      random,
    );
  });

  it('of a command that nothing understands: it comes out with its name', () => {
    const unknown = /\\(?:foozle|Barbaz)/g;
    fc.assert(
      fc.property(textOf(words, spaces, marks, commands), (text) => {
        expect(clean([{ text }]).match(unknown)).toEqual(text.match(unknown));
      }),
      random,
    );
  });

  it('of any title or abstract of the seeds', () => {
    const folder = new URL('../../../seeds/', import.meta.url);
    /** What the commands of the seeds print; fonts print nothing of their own. */
    const printed: Record<string, string> = { ie: 'ie', eg: 'eg', aka: 'aka', alpha: 'α' };
    const understood = /\\(ie|eg|aka|alpha|textbf|it|em)(?![a-zA-Z])/g;
    let count = 0;
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
      const { entries } = readCapture(`seeds/${name}`, readFileSync(new URL(name, folder)));
      for (const text of entries.flatMap(({ title, abstract }) => [title, abstract])) {
        const expected = text
          .replace(understood, (_, command: string) => printed[command] ?? '')
          // Of `address{words}` the words are shown, and the address is where they lead.
          .replace(/https?:\/\/[^\s{}]+(?=\{)/g, '');
        expect(lettersOf(clean([{ text }])).join(''), text).toBe(lettersOf(expected).join(''));
        count++;
      }
    }
    expect(count).toBe(2 * 337);
  });
});

const segment: fc.Arbitrary<Segment> = fc.oneof(
  textOf(words, spaces, marks, commands, links).map((text) => ({ text })),
  textOf(words, spaces, marks, commands)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, unproven: true as const })),
  fc.constantFrom<Segment>(
    { captured: 'O(n)', latex: '\\mathcal{O}(n)' },
    { captured: 'x_i < "y" & z', latex: 'x_i < y' },
    { captured: 'foo', latex: '\\undefinedcommand' },
    { captured: '`', latex: '`' },
    { captured: 'a  b', latex: ' a\n\nb ' },
  ),
);

describe.each([
  ['as HTML', (text: string) => readHtml(toHtml(typesetSegments({ text }))).text],
  [
    'through Markdown and back',
    (text: string) =>
      readMarkdown(toMarkdown(cleanSegments([{ text }])), originsOf([{ text }])).text,
  ],
])('%s', (_, read) => {
  const show = (text: string) => collapseSpace(read(text));
  const isQuiet = (mark: string) => !/[*`'~{}\uFFFC]|--/.test(mark);

  it.each([
    ['dollars', marks.filter((mark) => isQuiet(mark) && !/[_^]/.test(mark))],
    ['underscores and carets', marks.filter((mark) => isQuiet(mark) && !mark.includes('$'))],
  ])('a text with %s, in which nothing is to be cleaned, comes out as it went in', (_, quiet) => {
    fc.assert(
      fc.property(textOf(words, [' ', '\u00A0', '\n\n'], quiet), (text) => {
        // Two single hyphens are a dash, and that is to be cleaned.
        fc.pre(!text.includes('--'));
        expect(show(text)).toBe(collapseSpace(text));
      }),
      random,
    );
  });

  it('any text comes out as it was cleaned: nothing is taken for Markdown or HTML', () => {
    fc.assert(
      fc.property(textOf(words, spaces, marks, commands, links), (text) => {
        expect(show(text)).toBe(collapseSpace(clean([{ text }])));
      }),
      random,
    );
  });
});

describe('as HTML', () => {
  it('no other elements come out than those that a text can have', () => {
    fc.assert(
      fc.property(textOf(words, spaces, marks, commands, links), (text) => {
        const { tags } = readHtml(toHtml(typesetSegments({ text })));
        expect(['p', 'em', 'strong', 'a', 'span']).toEqual(expect.arrayContaining(tags));
      }),
      random,
    );
  });

  it('residue stands in `as-captured` only', () => {
    fc.assert(
      fc.property(textOf(words, spaces, marks, commands, links), (text) => {
        for (const plain of readHtml(toHtml(typesetSegments({ text }))).plain) {
          expect(plain).not.toMatch(/\\[a-zA-Z]|mathcal(?![a-z])|[\^_]\{/);
        }
      }),
      random,
    );
  });

  it('any segments come out, formulas with their captured text, in their order', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const read = readHtml(toHtml(typesetSegments(...segments)));
        expect(collapseSpace(read.text)).toBe(collapseSpace(clean(segments)));
        expect(findMissing(read.formulas, originsOf(segments))).toEqual([]);
        expect(read.formulas.filter((formula) => formula === 'foo')).toEqual([]);
        for (const s of segments) {
          if (!('unproven' in s)) continue;
          expect(collapseSpace(read.marked.join(' '))).toContain(collapseSpace(s.text));
        }
      }),
      random,
    );
  });

  it('any segments have a plain text of one line', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        expect(toPlainText(cleanSegments(segments))).not.toMatch(/[\n\t]| {2}/);
      }),
      random,
    );
  });
});

describe('through Markdown and back', () => {
  it('any segments come out, each formula and each text as captured for itself, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const cleaned = cleanSegments(segments);
        const origins = originsOf(segments);
        const read = readMarkdown(toMarkdown(cleaned), origins);
        expect(collapseSpace(read.text)).toBe(collapseSpace(clean(segments)));
        expect(read.formulas).toBe(origins.length);
        expect(read.marked.map(collapseSpace)).toEqual(listAsCaptured(cleaned).map(collapseSpace));
        for (const plain of read.plain)
          expect(plain).not.toMatch(/\\[a-zA-Z]|mathcal(?![a-z])|[\^_]\{/);
        expect([
          'paragraph',
          'text',
          'emphasis',
          'strong',
          'link',
          'inlineCode',
          'inlineMath',
        ]).toEqual(expect.arrayContaining(read.types));
      }),
      random,
    );
  });
});
