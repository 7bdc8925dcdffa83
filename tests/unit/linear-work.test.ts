import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../../src/archive/build-archive.ts';
import type { IdentifiedCapture } from '../../src/archive/date-captures.ts';
import { findLinks } from '../../src/archive/find-links.ts';
import { emptyLedger, type Ledger, serialiseLedger } from '../../src/archive/ledger.ts';
import { parseLedger } from '../../src/archive/parse-ledger.ts';
import { CaptureError } from '../../src/capture/problem.ts';
import { openRecordMaker } from '../../src/records/make-record.ts';
import { readAbstractText } from '../../src/records/paper-record.ts';
import { cleanSegments } from '../../src/render/clean-segments.ts';
import { toHtml } from '../../src/render/to-html.ts';
import { toMarkdown } from '../../src/render/to-markdown.ts';
import { toPlainText } from '../../src/render/to-text.ts';
import { alignRaw } from '../../src/restore/align-raw.ts';
import { channel } from '../../src/restore/channel.ts';
import { firstCases } from '../tier.ts';
import { countSteps, expectLinear } from './count-steps.ts';
import { readCapture } from './forms/read-capture.ts';
import { typesetSegments } from './render/typeset-segments.ts';

describe('the count itself', () => {
  const square = (size: number) => () => {
    const text = toPlainText(cleanSegments([{ text: 'a '.repeat(size) }]));
    for (let i = 0; i < text.length; i++) text.indexOf('b', i);
  };
  it('sees work that grows with the square', async () => {
    const small = await countSteps(square(500));
    expect(await countSteps(square(2000))).toBeGreaterThan(10 * small);
  });
  it('is the same each time, but for a step or two that V8 counts at will', async () => {
    const [first, second] = [await countSteps(square(100)), await countSteps(square(100))];
    expect(Math.abs(first - second)).toBeLessThan(first / 1000);
  });
});

/** Reads a capture, sound or not. */
const read = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return () => {
    try {
      readCapture('seeds/a.txt', bytes);
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
    }
  };
};

describe('reading a capture takes steps like its length', () => {
  const abstract = 'We study bridges in depth. Our method improves on all of them. It is so.';
  const captures: [string, (n: number) => string][] = [
    ['of papers', (n) => `Mar 11\n\n${`A Title of Some Words\n\n${abstract}\n\n`.repeat(n / 100)}`],
    [
      'without blank lines',
      (n) => `Mar 11\n${`A Title of Some Words\n${abstract}\n`.repeat(n / 100)}`,
    ],
    ['of titles only', (n) => `Mar 11\n\n${'A Title of Some Words\n\n'.repeat(n / 24)}`],
    ['of abstracts only', (n) => `Mar 11\n\n${`${abstract}\n\n`.repeat(n / 80)}`],
    ['of one long abstract', (n) => `Mar 11\n\nA Title\n\n${`${abstract} `.repeat(n / 80)}`],
    ['of one long word', (n) => `Mar 11\n\nA Title\n\n${'a'.repeat(n)}. It is so. We know.`],
    ['of blank lines', (n) => `Mar 11${'\n'.repeat(n)}A Title\n\n${abstract}`],
    ['of spaces', (n) => `Mar 11\n\nA Title\n\n${' \t\u00A0'.repeat(n / 3)}${abstract}`],
    ['of dates', (n) => 'Mar 11\n\n'.repeat(n / 8)],
    ['without a date', (n) => `${abstract}\n\n`.repeat(n / 80)],
    ['of dots', (n) => `Mar 11\n\nA Title\n\n${'. '.repeat(n / 2)}`],
    ['of carriage returns', (n) => `Mar 11\r\rA Title\r\r${'a\r'.repeat(n / 2)}`],
  ];
  it.each(firstCases(3, captures))('%s', async (_, make) => {
    await expectLinear((size) => read(make(size)), 8_000);
  });
});

const hex = (i: number, length: number): string =>
  createHash('sha256').update(`${i}`).digest('hex').slice(0, length);

/** A ledger of so many papers. */
function makeLedger(size: number): Ledger {
  return {
    version: 1,
    captures: Array.from({ length: size / 10 }, (_, i) => ({
      sha256: hex(i, 64),
      name: `${i}.txt`,
      day: '2025-03-11',
      formerDays: [],
    })),
    papers: Array.from({ length: size }, (_, i) => ({
      slug: `paper-${i}`,
      formerSlugs: [`former-${i}`],
      title: `Paper ${i}`,
      firstDay: '2025-03-11',
      texts: [hex(i, 16)],
    })),
  };
}

const parse = (text: string) => () => {
  try {
    parseLedger('seeds/ledger.json', text);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
  }
};

describe('reading a ledger takes steps like its length', () => {
  it.each<[string, (text: string) => string]>([
    ['that is sound', (text) => text],
    ['in which every day is wrong', (text) => text.replaceAll('2025-03-11', '2025-13-11')],
    ['in which all slugs are one', (text) => text.replaceAll(/paper-\d+/g, 'paper')],
    ['of fields that nothing knows', (text) => text.replaceAll('"title"', '"titel"')],
    ['that is cut short', (text) => text.slice(0, -10)],
  ])('%s', async (_, change) => {
    await expectLinear((size) => parse(change(serialiseLedger(makeLedger(size)))), 200);
  });
});

describe('making the archive takes steps like the number of papers', () => {
  /** Captures of ten papers of two hundred words each; every tenth paper stands in the next one too. */
  function makeCaptures(papers: number): IdentifiedCapture[] {
    return Array.from({ length: papers / 10 }, (_, c) => ({
      file: `seeds/${c}.txt`,
      date: { year: 2025, month: 3, day: 1 + (c % 28), line: 1, column: 1, text: 'a day' },
      entries: Array.from({ length: 10 }, (_, e) => {
        const n = c * 9 + e;
        const words = Array.from({ length: 200 }, (_, w) => hex(n * 1000 + (w % 150), 6));
        return { rank: e + 1, title: `Title ${hex(n, 8)}`, abstract: words.join(' '), line: e + 3 };
      }),
      header: [],
      sha256: hex(c, 64),
    }));
  }

  it('of a new archive, and of one that the ledger knows', { timeout: 120_000 }, async () => {
    const options = { today: '2025-04-01' };
    await expectLinear((size) => {
      const captures = makeCaptures(size);
      return () => buildArchive(captures, emptyLedger, options);
    }, 100);
    await expectLinear((size) => {
      const captures = makeCaptures(size);
      const { ledger } = buildArchive(captures, emptyLedger, options);
      return () => buildArchive(captures.slice(1), ledger, options);
    }, 100);
  });
});

describe('making a record of 800 KB ends within the time limit of a test', () => {
  const make = openRecordMaker();
  // Each of these took minutes: in a regular expression, whose steps are not counted, or on the stack.
  it.each(firstCases(1, ['![a](', '\\foo{', '$a_', 'a.']))('%j', (unit) => {
    const abstract = unit.repeat(Math.ceil(800_000 / unit.length));
    const paper = {
      revisions: [{ title: 'A Title', abstract }],
      listings: [{ day: '2025-03-11', capture: 'a.txt', rank: 1, revision: 0 }],
    };
    expect(readAbstractText(make(paper, []).body)).toHaveLength(abstract.length);
  });
});

describe('cleaning a text takes steps like its length', () => {
  const units = [
    ...['{', '**a', '$_', '\\textbf{', '`', '[', 'http://', '<', '\\"', '^{'],
    ...['}', '$', '*', '~', '\\', '_', '^', '-', '&', "'", '"', '(', '_{', '{\\it ', '``x ', '`x'],
    ...['\\(', 'math', '\\a{', 'mathcal{', 'www.a', 'https://x.org/a{', 'https://x.org/(', ']('],
  ];
  it.each(firstCases(4, units))('%j', async (unit) => {
    const repeat = (size: number) => unit.repeat(Math.ceil(size / unit.length));
    await expectLinear(
      (size) => () => toMarkdown(cleanSegments([{ text: `${repeat(size)} \\foo` }])),
      2_000,
    );
  });
});

describe("aligning a text with its authors' takes steps like its length", () => {
  it.each(firstCases(4, ['\\a{', '$a', 'A. $x$ ', 'A. ', '$', '\\$a. ', '. " ', '\\a{b', '{a}']))(
    '%j',
    async (unit) => {
      await expectLinear((size) => {
        const raw = unit.repeat(Math.ceil(size / unit.length));
        const captured = channel(raw);
        return () => alignRaw(captured, raw);
      }, 4_000);
    },
  );
});

describe('making plain text and HTML takes steps like the length', () => {
  it.each(firstCases(2, ['{', '$_', '\\', 'math', '*', '**a', '](', '`x']))(
    'of %j',
    async (unit) => {
      const repeat = (size: number) => unit.repeat(Math.ceil(size / unit.length));
      await expectLinear(
        (size) => () => toPlainText(cleanSegments([{ text: repeat(size) }])),
        2_000,
      );
      await expectLinear((size) => () => toHtml(typesetSegments({ text: repeat(size) })), 1_000);
    },
  );
});

describe('looking for links takes steps like the length', () => {
  const units = ['https://x.org/(', 'http://', 'www.a.', '.github.io', 'a.com/', '\\_', '{'];
  it.each(firstCases(1, units))('of %j', async (unit) => {
    await expectLinear(
      (size) => () => findLinks(`https://x.org ${unit.repeat(Math.ceil(size / unit.length))}`),
      8_000,
    );
  });
});
