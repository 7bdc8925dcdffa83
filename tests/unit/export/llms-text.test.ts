import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { writeLlmsText } from '../../../src/export/llms-text.ts';
import { textOf } from './text-of-markdown.ts';

const hardNames = [
  'Brackets [a](b) and ]( more',
  'Stars * and _under_ `code` $x$ ~~no~~',
  '<b>bold</b> &amp; \\backslash',
  '# no heading',
];

test('the file is as llmstxt.org asks: a name, a summary, details, sections of links', () => {
  const text = writeLlmsText({
    name: 'An archive',
    summary: 'Papers, kept.',
    details: ['Papers: 2.'],
    sections: [
      {
        heading: 'Data',
        links: [{ name: 'All', url: 'https://example.org/a.jsonl', note: 'one a line' }],
      },
      { heading: 'Empty', links: [] },
      { heading: 'Optional', links: [{ name: 'About', url: 'https://example.org/about/' }] },
    ],
  });
  expect(text).toBe(`# An archive

> Papers, kept.

Papers: 2.

## Data

- [All](https://example.org/a.jsonl): one a line

## Optional

- [About](https://example.org/about/)
`);
});

test('a name is text, whatever stands in it', () => {
  const links = hardNames.map((name) => ({ name, url: 'https://example.org/x/', note: name }));
  const text = writeLlmsText({
    name: hardNames[3] ?? '',
    summary: 'Two\nlines',
    details: [],
    sections: [{ heading: hardNames[0] ?? '', links }],
  });
  const tree = unified().use(remarkParse).parse(text);
  const [title, summary, heading, list] = tree.children;
  expect(tree.children).toHaveLength(4);
  expect([title, summary, heading].map((node) => textOf(node))).toEqual([
    hardNames[3],
    'Two lines',
    hardNames[0],
  ]);
  const shown: [string, string][] = [];
  if (list) visit(list, 'link', (node) => void shown.push([textOf(node), node.url]));
  expect(shown).toEqual(hardNames.map((name) => [name, 'https://example.org/x/']));
  expect(textOf(list)).toBe(hardNames.map((name) => `${name}: ${name}`).join(''));
});
