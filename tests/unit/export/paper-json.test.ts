import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toByteStream } from '../../../src/export/byte-stream.ts';
import { toPaperData, writePaperLine } from '../../../src/export/paper-json.ts';
import { hardPaper, makeExportPaper, makeText } from './make-export-paper.ts';

const golden = new URL('golden/hard-paper.json', import.meta.url);

test('a line is all that is known of a paper, in the order of the golden file', () => {
  expect(writePaperLine(hardPaper)).toBe(
    `${JSON.stringify(JSON.parse(readFileSync(golden, 'utf8')))}\n`,
  );
});

test('nothing stands for what is not known', () => {
  const line = writePaperLine(makeExportPaper());
  expect(Object.keys(JSON.parse(line))).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/authors|published|arxivId|earlier|markdownUrl/),
    ]),
  );
  expect(line).not.toContain('null');
});

test('what a source knows is there', () => {
  const known = {
    authors: [{ family: 'Erdős', given: 'P.' }],
    published: '2025-03',
    arxivId: '2503.01234',
  };
  expect(toPaperData(makeExportPaper(known))).toMatchObject(known);
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
  expect(JSON.parse(line).title).toMatchObject({ captured: text, segments: [{ text }] });
});

test('of a stream, a line is made when it is asked for, no earlier', async () => {
  const asked: number[] = [];
  function* lines(): Generator<string> {
    for (const i of [1, 2, 3]) {
      asked.push(i);
      yield writePaperLine(makeExportPaper({ title: makeText({ text: `Müller ${i}` }) }));
    }
  }
  const reader = toByteStream(lines()).getReader();
  const first = await reader.read();
  expect(asked.length).toBeLessThan(3);
  expect(new TextDecoder().decode(first.value)).toContain('Müller 1');
});

test('a stream holds all texts in UTF-8 and ends', async () => {
  const bytes = await new Response(toByteStream(['ä\n', '漢\n'].values())).arrayBuffer();
  expect(new TextDecoder().decode(bytes)).toBe('ä\n漢\n');
});
