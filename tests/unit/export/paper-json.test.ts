import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toPaperData, writePaperLine } from '../../../src/export/paper-json.ts';
import { everyFact, hardPaper, makeExportPaper, makeText } from './make-export-paper.ts';

const golden = new URL('golden/hard-paper.json', import.meta.url);

test('a line is all that is known about a paper, in the order of the golden file', () => {
  expect(writePaperLine(hardPaper)).toBe(
    `${JSON.stringify(JSON.parse(readFileSync(golden, 'utf8')))}\n`,
  );
});

test('unknown fields are absent', () => {
  const line = writePaperLine(makeExportPaper());
  expect(Object.keys(JSON.parse(line))).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/authors|published|arxivId|venue|doi|stars|votes|earlier|markdownUrl/),
    ]),
  );
  expect(line).not.toContain('null');
});

test('what a source knows is there', () => {
  const { url, ...facts } = everyFact;
  const paper = makeExportPaper({ metadata: everyFact, arxivId: '2503.01234' });
  expect(toPaperData(paper)).toMatchObject({
    ...facts,
    url: paper.url,
    publisherUrl: url,
    arxivId: '2503.01234',
  });
});

test.each([
  'two\nlines\r\nand\u2028more',
  '"quotes" \\ ]]> --- {{x}}',
  'a lone \uD800 surrogate',
  '\u0000\u007F\uFEFF',
])('any text is in one line and comes back to the letter: %j', (text) => {
  const line = writePaperLine(makeExportPaper({ title: makeText({ text }) }));
  expect(line.match(/[\r\n]/g)).toEqual(['\n']);
  expect(line.endsWith('\n')).toBe(true);
  const { title } = JSON.parse(line);
  expect(title.captured ?? title.text).toBe(text);
});

test('a form of a text that is the same as the plain text is left out', () => {
  const plain = makeText({ text: 'A paper' });
  const cleaned = makeText({ text: 'Schr\\"odinger' });
  const unproven = makeText({ text: 'In ' }, { text: 'R^d', unproven: true });
  const { title, abstract } = toPaperData(makeExportPaper({ title: plain, abstract: cleaned }));
  expect(JSON.parse(JSON.stringify(title))).toEqual({ text: 'A paper' });
  const captured = 'Schr\\"odinger';
  expect(JSON.parse(JSON.stringify(abstract))).toEqual({
    ...{ text: 'Schrödinger', restored: captured, captured },
  });
  expect(toPaperData(makeExportPaper({ title: unproven })).title).toHaveProperty('segments', [
    { text: 'In ' },
    { text: 'R^d', unproven: true },
  ]);
});
