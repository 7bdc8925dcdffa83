import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../src/archive/find-links.ts';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { toHtml } from '../../../src/render/to-html.ts';
import { toMarkdown } from '../../../src/render/to-markdown.ts';
import { toPlainText } from '../../../src/render/to-text.ts';
import { typesetSegments } from './typeset-segments.ts';

/** The processor time in ms that something takes, the lesser of two: other processes do not count. */
function measureCost(run: () => void): number {
  const costs = [1, 2].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

/** Four times the text may cost four times as much; at quadratic growth it costs sixteen times. */
function expectLinear(run: (text: string) => void, unit: string, length: number): void {
  const repeat = (characters: number) =>
    // A command at the end: with residue in a text, all of it is looked through.
    `${unit.repeat(Math.ceil(characters / unit.length))} \\foo`;
  run(repeat(length / 4));
  const small = measureCost(() => run(repeat(length / 4)));
  const large = measureCost(() => run(repeat(length)));
  // Under 15 ms there is nothing to measure, and nothing to fear.
  expect(large, `${small} ms, then ${large} ms`).toBeLessThan(10 * Math.max(small, 15));
}

const nasty = ['{', '}', '$', '`', '*', '~', '\\', '_', '^', '-', '[', '<', '&', "'", '"', '('];
const nastier = [
  ...['^{', '_{', '{\\it ', '\\textbf{', '``x ', '`x', '**a', '\\"', '$_', '\\(', 'math', '\\a{'],
  ...['mathcal{', 'http://', 'www.a', 'https://x.org/a{', 'https://x.org/(', '\uFFFC', ']('],
];

describe('100,000 characters cost no more, for each, than 25,000', { timeout: 60_000 }, () => {
  it.each([...nasty, ...nastier])('to clean: %j', (unit) => {
    expectLinear((text) => toMarkdown(cleanSegments([{ text }])), unit, 100_000);
  });

  it.each(['{', '\\', '$_', 'math', '*'])('to make plain text of: %j', (unit) => {
    expectLinear((text) => toPlainText(cleanSegments([{ text }])), unit, 100_000);
  });

  it.each(['http://', 'www.a.', 'https://x.org/(', '.github.io', 'a.com/', '\\_', '{'])(
    'to look for links in: %j',
    (unit) => {
      expectLinear((text) => findLinks(`https://x.org ${text}`), unit, 100_000);
    },
  );
});

describe('to set as HTML, 24,000 cost no more, for each, than 6,000', { timeout: 60_000 }, () => {
  it.each([...nasty, '**a', '](', '`x'])('%j', (unit) => {
    expectLinear((text) => toHtml(typesetSegments({ text })), unit, 24_000);
  });
});
