import { describe, expect, test } from 'vitest';
import { findImplausible } from '../../../src/capture/plausibility.ts';
import { CaptureError, type Problem } from '../../../src/capture/problem.ts';
import { readSeed } from '../../../src/forms/read-seed.ts';

/** What is said against a seed; nothing if it would be published. */
function problemsOf(file: string, text: string): readonly Problem[] {
  try {
    return readSeed(file, new TextEncoder().encode(text)).flatMap(findImplausible);
  } catch (error) {
    if (error instanceof CaptureError) return error.problems;
    throw error;
  }
}

const times = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** Files of each kind, and what is said of them. */
const files: [what: string, text: string, message: RegExp][] = [
  ['BibTeX', '@misc{x2025,\n  title={On Bridges},\n  year={2025},\n}\n', /bibliography \(BibTeX\)/],
  ['RIS', 'TY  - GEN\nTI  - On Bridges\nAB  - We study. It is.\nER  - \n', /bibliography \(RIS/],
  ['EndNote', '%0 Journal Article\n%T On Bridges\n%X We study. It is.\n', /bibliography \(RIS/],
  ['PubMed', 'PMID- 12345\nTI  - On Bridges\nAB  - We study. It is.\n', /bibliography \(RIS/],
  ['CSL-JSON', '[{"id": "bo", "title": "On Bridges", "abstract": "We study."}]', /This is JSON/],
  [
    'the page of a paper',
    'Papers\n\narxiv:2405.1\n\nCopy markdown\n\nOn Bridges\n\nAbstract\n\nWe study.\n\nView arXiv page\n',
    /single paper/,
  ],
  [
    'the text of a paper',
    'On Bridges\n\nAna Bó\n\nAbstract\n\nWe study. It is so.\n\n1 Introduction\n\nWe go on. It is so.\n',
    /single paper/,
  ],
  [
    'a paper in LaTeX',
    '\\documentclass{article}\n\\begin{document}\n\nOn Bridges\n\nWe study bridges. It is so.\n',
    /LaTeX document/,
  ],
  [
    'a day without abstracts',
    'Daily Papers\n\nMar 11\nSubmitted by\na-reader\n\n58\nOn Bridges\n· 8 authors\n3\n',
    /shows no abstracts/,
  ],
  [
    'a list copied from arxiv.org',
    '[1] arXiv:2503.00001 [pdf, html]\nTitle: On Bridges\nAna Bó\n\nWe study bridges. It is so.\n',
    /copied from arxiv\.org/,
  ],
  [
    'a newsletter',
    'AI Weekly\n\nMar 11, 2025\n\nOn Bridges\n\nWe like this paper. It is good. Read more.\n\nUnsubscribe\n\nWe write to you. It is so.\n',
    /newsletter/,
  ],
  [
    'a newsletter with its fields',
    'From: AI Weekly <a@example.org>\nTo: b@example.org\nSubject: Bridges\nDate: Tue, 11 Mar 2025 08:00:00 +0000\n\nOn Bridges\n\nWe like this paper. Read more.\n',
    /This is a mail/,
  ],
  [
    'a page saved as MHTML',
    'From: <Saved by Blink>\nSnapshot-Content-Location: https://huggingface.co/papers\nSubject: Papers\n\n<html>\n',
    /MHTML/,
  ],
  [
    'source code',
    "import { a } from './a.ts';\n\n/** Returns a. We use it. It is fast. */\nexport function f(x: number) {\n  return a(x);\n}\n\n// We stop. It is so.\n",
    /source code/,
  ],
  [
    'a script',
    '#!/usr/bin/env python3\nimport os\n\n"""We run. It is so."""\n\ndef main():\n    print("We run. It is so.")\n',
    /source code/,
  ],
  [
    'a diff',
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-We run. It is.\n+We go. It is.\n',
    /diff or a patch/,
  ],
  [
    'a log',
    times(
      9,
      (n) => `2025-03-11T10:00:0${n}Z INFO request finished\n\nWe are done in ${n} ms. It is so.\n`,
    ),
    /log or a chat/,
  ],
  [
    'a chat',
    times(4, (n) => `Ana  10:0${n} AM\nWe read it. Is it good? It is.\n`),
    /log or a chat/,
  ],
  [
    'a table',
    `id,title,abstract\n${times(3, (n) => `${n},On Bridges,"We study them, all. It is so."`)}\n`,
    /This seems to be a table/,
  ],
  [
    'a table in Markdown',
    '| Title | Votes |\n| --- | --- |\n| On Bridges. We. It. | 12 |\n',
    /This seems to be a table/,
  ],
  [
    'settings',
    'name: dayleaf\nversion: 1\n\ndescription: We read. We write. It is so.\n',
    /settings or data/,
  ],
  [
    'a README',
    '# Project\n\nWe make things. They are fast.\n\n## Usage\n\nWe run it. It is so.\n',
    /Markdown document/,
  ],
  ['another page', '<article><h3>On Rust</h3><p>We learn. It is so.</p></article>', /HTML or XML/],
  ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title></svg>', /HTML or XML/],
  [
    'a feed of news',
    '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><lastBuildDate>Tue, 11 Mar 2025 06:00:00 GMT</lastBuildDate><item><title>Storm</title><description>The storm has hit the coast. It was strong.</description></item></channel></rss>',
    /read like other texts/,
  ],
  [
    'prose',
    'It was the best of times. It was the worst of times. It was so.\n\nThere was a king. And there was a queen. It was so.\n',
    /not a page of papers/,
  ],
  ['a few words', 'https://huggingface.co/papers\n', /not a page of papers/],
  [
    'chapters',
    times(4, (n) => `Chapter ${n}\n\nThere was a king. And there was a queen. It was so.\n`),
    /not a page of papers/,
  ],
];

describe.each(files)('%s', (_, text, message) => {
  test('is refused with what it is, and without a hint how to give it a day', () => {
    const [first] = problemsOf('seeds/a.txt', text);
    expect(first?.message).toMatch(message);
    expect(first?.hint).not.toMatch(/date line|begin the file|--as-is/);
  });

  test('is refused with a day in its name or above it, too', () => {
    expect(problemsOf('seeds/2025-03-11.txt', text)).not.toEqual([]);
    expect(problemsOf('seeds/a.txt', `Mar 11, 2025\n\n${text}`)).not.toEqual([]);
  });
});

test('what can be read as papers all the same is a capture for those who accept it', () => {
  const text = '# Mar 11\n\nMar 11, 2025\n\n## On Bridges\n\nWe study bridges. They hold.\n';
  const [capture, ...others] = readSeed('seeds/a.md', new TextEncoder().encode(text));
  expect(others).toEqual([]);
  expect(capture?.entries.map(({ title }) => title)).toEqual(['## On Bridges']);
  expect(capture?.doubt?.message).toContain('Markdown document');
});

test('a page of papers whose date line is missing or unknown gets the hint how to give it a day', () => {
  const papers = times(3, (n) => `On Bridge ${n}\n\nWe study it. It holds. It is number ${n}.\n`);
  for (const text of [papers, `Mrch 11\n\n${papers}`]) {
    const [first, ...others] = problemsOf('seeds/a.txt', text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'date/missing' });
    expect(first?.hint).toContain('as in "Mar 11"');
    expect(problemsOf('seeds/2025-03-11.txt', papers)).toEqual([]);
  }
});

const abstract =
  'We import what is known; we define its class and return to it. See the 10:30 talk: a, b, c. Our code is at https://example.org/, and our data are in tables of many rows and columns, which we describe. {It works.}';

test.each([
  ['Import, Export, Return: Three Views', abstract],
  ['From Logs to Tables: 12:30 in the Morning', abstract],
  ['Class Def: A Function of Public Interest;', abstract],
  ['Unsubscribe', `${abstract} Users unsubscribe at any time if they want, and we count how many.`],
  ['@Home and {Sets}', abstract],
])('a paper named %s is none of them', (title, text) => {
  const other = ['On Bridges', 'We study bridges over long spans. Our method is fast. It is so.'];
  const seed = ['Mar 11, 2025', title, text, ...other, 'On Towers', text].join('\n\n');
  expect(problemsOf('seeds/a.txt', seed)).toEqual([]);
});
