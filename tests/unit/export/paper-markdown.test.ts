import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import type { Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { ExportPaper } from '../../../src/export/export-paper.ts';
import { writePaperMarkdown } from '../../../src/export/paper-markdown.ts';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { toMarkdown } from '../../../src/render/to-markdown.ts';
import { everyFact, hardPaper, makeExportPaper, makeText } from './make-export-paper.ts';
import { textOf } from './text-of-markdown.ts';

const write = (paper: ExportPaper): string =>
  writePaperMarkdown(paper, {
    title: toMarkdown(cleanSegments(paper.title.segments)),
    abstract: toMarkdown(cleanSegments(paper.abstract.segments)),
  });

/** Front matter and tree of a document, read by other people's parsers. */
function read(document: string): { data: Record<string, unknown>; tree: Root; yaml: string } {
  const [whole, yaml = ''] = /^---\n(.*?)\n---\n/s.exec(document) ?? ['', ''];
  const tree = unified().use(remarkParse).use(remarkMath).parse(document.slice(whole.length));
  return { data: load(yaml) as Record<string, unknown>, tree, yaml };
}

test('a document is as in the golden file', () => {
  expect(write(hardPaper)).toBe(
    readFileSync(new URL('golden/hard-paper.md', import.meta.url), 'utf8'),
  );
});

test.each([
  '"quotes": and \'more\', # no comment',
  '---',
  '--- a title\n---\nof lines',
  ']]> & <b>bold</b>',
  '</script><script>alert(1)</script>',
  '- item: {a: [1, 2]}',
  '2025-03-11',
  'null',
  'yes',
  '!!js/function >',
  '*alias &anchor %directive @at `tick`',
  'ends with #',
  '# ##',
  '\u007F\u0085\u2028\uFEFF',
  `long ${'words '.repeat(40)}end`,
])('the title %j is itself in the front matter and in the heading', (text) => {
  const paper = makeExportPaper({ title: makeText({ text }) });
  const { data, tree } = read(write(paper));
  expect(data.title).toBe(paper.title.plain);
  expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
  const heading = tree.children.find((node) => node.type === 'heading');
  expect(textOf(heading).replace(/\s+/g, ' ')).toBe(paper.title.plain.trim());
});

test('half a character is shown as missing', () => {
  const title = makeText({ text: 'half \uD800 of one' });
  expect(read(write(makeExportPaper({ title }))).data.title).toBe('half \uFFFD of one');
});

test('any title has one heading of its own text, and front matter of its own title', () => {
  const piece = fc.constantFrom(...'#-:"\'\\`*_[]<>{}$&!|~ \n1.aé漢', '---', ' #', '\\(', '$x^2$');
  const formula = fc.constantFrom('x', '\\alpha', 'n^2').map((latex) => ({ captured: 'x', latex }));
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => ({ text: pieces.join('') }));
  fc.assert(
    fc.property(fc.array(fc.oneof(text, formula), { minLength: 1, maxLength: 4 }), (segments) => {
      const title = makeText(...segments);
      fc.pre(title.plain.trim() !== '');
      const { data, tree, yaml } = read(write(makeExportPaper({ title })));
      expect(data.title).toBe(title.plain);
      expect(yaml).not.toContain('<');
      const headings = tree.children.filter(({ type }) => type === 'heading');
      const shown = title.parts.map((part) => ('text' in part ? part.text : `$${part.latex}$`));
      const squeeze = (line: string): string => line.replace(/\s+/g, ' ').trim();
      expect(headings.map(textOf).map(squeeze)).toEqual([squeeze(shown.join(''))]);
    }),
    { numRuns: 100, seed: 6 },
  );
});

test('what a source knows is in the front matter', () => {
  const { url, ...facts } = everyFact;
  const paper = makeExportPaper({ metadata: everyFact, arxivId: '2503.01234' });
  expect(read(write(paper)).data).toMatchObject({
    ...facts,
    url: paper.url,
    publisherUrl: url,
    arxivId: '2503.01234',
  });
  expect(Object.keys(read(write(makeExportPaper())).data)).not.toContain('authors');
});

test.each(['<script>', '"quoted": {x}', 'two\nlines', '\u202Eright to left', '- item'])(
  'the author %j is a string in the front matter',
  (family) => {
    const { data, yaml } = read(write(makeExportPaper({ metadata: { authors: [{ family }] } })));
    expect(data.authors).toEqual([{ family }]);
    expect(yaml).not.toContain('<');
  },
);

test('unknown fields are absent from the front matter', () => {
  expect(Object.keys(read(write(makeExportPaper())).data)).toEqual([
    ...['title', 'url', 'id', 'days', 'captures', 'links'],
  ]);
});
