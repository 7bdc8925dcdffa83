import { describe, expect, it } from 'vitest';
import {
  CaptureError,
  count,
  firstOf,
  formatProblem,
  printable,
  shellWord,
  WHOLE_FILE,
} from '../../../src/capture/problem.ts';
import { readCapture } from '../forms/read-capture.ts';

const ABSTRACT = 'We do this. It works.';

function report(file: string, input: string | Uint8Array): string {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  try {
    readCapture(file, bytes);
    return 'no problem';
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    expect(error.message).toBe(error.problems.map(formatProblem).join('\n'));
    return `\n${error.message}\n`;
  }
}

describe('what a person reads', () => {
  it('entry/no-abstract, between entries and at the end', () => {
    expect(
      report('seeds/a.txt', `Mar 11\n\nOne\n\nTwo\n\n${ABSTRACT}\n\nThree`),
    ).toMatchInlineSnapshot(`
      "
      seeds/a.txt:3:1  entry/no-abstract  The title "One" has no abstract after it.
        hint: an abstract is the next block after a blank line; "Two" looks like another title.
      seeds/a.txt:9:1  entry/no-abstract  The title "Three" has no abstract after it.
        hint: an abstract is the next block after a blank line; the file ends here.
      "
    `);
  });
  it('entry/no-title, first and later', () => {
    const text = `Mar 11\n\n${ABSTRACT}\n\nOne\n\n${ABSTRACT}\n\n  Code is at https://a.b/c.\n\nTwo\n\n${ABSTRACT}`;
    expect(report('seeds/a.txt', text)).toMatchInlineSnapshot(`
      "
      seeds/a.txt:3:1  entry/no-title  The abstract "We do this. It works." has no title before it.
        hint: the first block after the date line is a title; put the title above this one, with a blank line between.
      seeds/a.txt:9:3  entry/no-title  The abstract "Code is at https://a.b/c." has no title before it.
        hint: put its title above it, with a blank line between; if it continues the abstract above, remove the blank line between the two.
      "
    `);
  });
  it('cuts a long title', () => {
    expect(report('seeds/a.txt', `Mar 11\n\n${'Long Title '.repeat(20)}`)).toMatchInlineSnapshot(`
      "
      seeds/a.txt:3:1  entry/no-abstract  The title "Long Title Long Title Long Title Long Title Long Title Long…" has no abstract after it.
        hint: an abstract is the next block after a blank line; the file ends here.
      "
    `);
  });
  it('entry/none', () =>
    expect(report('seeds/a.txt', 'new\n\nSubscribe\n\nMar 11\n')).toMatchInlineSnapshot(`
      "
      seeds/a.txt:1:1  entry/none  The capture has a header and no papers.
        hint: copy the page down to its last abstract; a paper is its title, a blank line and its abstract.
      "
    `));
  it('date/missing', () => {
    expect(report('seeds/a.txt', `new\n\nMrch 11\n\nOne\n\n${ABSTRACT}`)).toMatchInlineSnapshot(`
      "
      seeds/a.txt:1:1  date/missing  The capture has no date line; the first line after the header is "Mrch 11".
        hint: write the day on a line of its own above the first title, as in "Mar 11", or begin the file's name with it, as in 2025-03-11.txt.
      "
    `);
  });
  it('date/missing and entry/none', () =>
    expect(report('seeds/a.txt', 'new\nSubscribe')).toMatchInlineSnapshot(`
      "
      seeds/a.txt:1:1  date/missing  The capture has no date line.
        hint: write the day on a line of its own above the first title, as in "Mar 11", or begin the file's name with it, as in 2025-03-11.txt.
      seeds/a.txt:1:1  entry/none  The capture has a header and no papers.
        hint: copy the page down to its last abstract; a paper is its title, a blank line and its abstract.
      "
    `));
  it('date/impossible, and the entries all the same', () => {
    expect(report('seeds/2025-02-30.txt', 'new\n\n Feb 30\n\nOne')).toMatchInlineSnapshot(`
      "
      seeds/2025-02-30.txt:1:1  date/impossible  The file's name begins with "2025-02-30", a day that does not exist.
        hint: rename "2025-02-30.txt" so that it begins with the right day, as in 2025-03-11.txt.
      seeds/2025-02-30.txt:3:2  date/impossible  "Feb 30" is a day that does not exist.
        hint: correct the date line to the day that the page shows, as in "Mar 11".
      seeds/2025-02-30.txt:5:1  entry/no-abstract  The title "One" has no abstract after it.
        hint: an abstract is the next block after a blank line; the file ends here.
      "
    `);
  });
  it('file/empty', () =>
    expect(report('seeds/a.txt', '\uFEFF \r\n')).toMatchInlineSnapshot(`
    "
    seeds/a.txt:1:1  file/empty  The file is empty.
      hint: paste the page into it, from its date line on; or delete the file.
    "
  `));
  it('file/nul and file/not-utf8', () => {
    expect(report('seeds/a.txt', Uint8Array.of(97, 0, 10, 0xff))).toMatchInlineSnapshot(`
      "
      seeds/a.txt:1:2  file/nul  There is a NUL byte here; text has none.
        hint: the file is binary, damaged or UTF-16; save the capture again as plain UTF-8 text.
      seeds/a.txt:2:1  file/not-utf8  The bytes here are not UTF-8.
        hint: save the capture again with the encoding "UTF-8"; it may be Windows-1252 or Latin-1.
      "
    `);
  });
  it('file/not-utf8 for UTF-16', () =>
    expect(report('seeds/a.txt', Uint8Array.of(0xff, 0xfe, 97, 0))).toMatchInlineSnapshot(`
      "
      seeds/a.txt:1:1  file/not-utf8  The file is UTF-16, not UTF-8.
        hint: save it again with the encoding "UTF-8"; Notepad calls UTF-16 "Unicode".
      "
    `));
  it('file/too-large', () =>
    expect(report('seeds/a.txt', new Uint8Array(20 * 1024 * 1024 + 1))).toMatchInlineSnapshot(`
      "
      seeds/a.txt:1:1  file/too-large  The file has 20971521 bytes; a capture may have 20971520 (20 MB).
        hint: a page of daily papers is about 100 KB; is this another file? If not, split it by day.
      "
    `));
});

describe('words of messages', () => {
  it.each([
    [1, '1 day'],
    [0, '0 days'],
    [2, '2 days'],
  ])('counts %i', (n, words) => expect(count(n, 'day')).toBe(words));

  it('counts what has a plural of its own', () => {
    expect(count(2, 'entry', 'entries')).toBe('2 entries');
  });

  it.each([
    ['seeds/2025-03-11.txt', 'seeds/2025-03-11.txt'],
    ['seeds/ä_数.txt', 'seeds/ä_数.txt'],
    ['seeds/my $(x).txt', "'seeds/my $(x).txt'"],
    ["a'b.txt", "'a'\\''b.txt'"],
    ['~/a.txt', "'~/a.txt'"],
    ['', "''"],
  ])('writes %s for a shell', (word, written) => expect(shellWord(word)).toBe(written));
});

describe('many faults and strange names', () => {
  const problem = (file: string) => ({
    ...{ file, ...WHOLE_FILE, code: 'file/empty' },
    ...{ message: 'It is empty.', hint: 'fill it.' },
  });

  it('are the first 20 and a count', () => {
    const problems = Array.from({ length: 200_000 }, (_, i) => problem(`seeds/${i}.txt`));
    const lines = new CaptureError(problems).message.split('\n');
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toBe('… and 199980 more faults');
    expect(new CaptureError(problems.slice(0, 20)).message.split('\n')).toHaveLength(40);
    expect(firstOf(['a', 'b'], 'more notes')).toEqual(['a', 'b']);
    expect(firstOf(Array(22).fill('a'), 'more notes').slice(19)).toEqual(['a', 'and 2 more notes']);
  });

  it('do not reach the terminal as commands, nor turn the line around', () => {
    const name = 'seeds/\u001b[2Ja\u202E\u0007.txt';
    expect(formatProblem(problem(name))).toContain('seeds/\\u{1b}[2Ja\\u{202e}\\u{7}.txt:1:1');
    expect(printable('Schrödinger 数学 😀')).toBe('Schrödinger 数学 😀');
  });
});
