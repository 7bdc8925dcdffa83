import { type NamedDay, parseDateLine } from './parse-date.ts';
import { hasSeveralSentences } from './prose.ts';
import type { Line } from './split-blocks.ts';

/** The lines above the date on the page, without their spaces and in lower case. */
const KNOWN_LINES = new Set([
  ...['huggingface', 'models', 'datasets', 'spaces', 'buckets', 'bucketsnew', 'docs', 'enterprise'],
  ...['pricing', 'login', 'signup', 'new', 'subscribe', 'dailypapers'],
  'gettrendingpapersinyouremailinbox!',
  'gettrendingpapersinyouremailinboxonceaday!',
  'byakandtheresearchcommunity',
  ...['daily', 'weekly', 'monthly', 'trendingpapers'],
]);

/** The date line is in the first 12 blocks, without those that are known. */
const MAX_HEADER_BLOCKS = 12;

/** A capture in three parts; `header` and `body` are lines in order, none of them the date. */
export interface CaptureParts {
  header: Line[];
  date?: { line: Line; day: NamedDay };
  body: Line[];
}

/**
 * Splits a capture into header, date line and body.
 *
 * The date line is the first line within the first 12 blocks that is a date as a whole, blank lines
 * around it or not, and with it ends the header. Unknown lines may precede it, such as
 * a new banner on the page; but where one of them is several sentences, an
 * abstract has begun and no date line is looked for any more: a title that is a date stays a title.
 * Without a date line the header is the known lines at the top.
 */
export function splitHeader(lines: readonly Line[]): CaptureParts {
  let knownEnd = lines.length;
  let blockCount = 0;
  for (const [index, line] of lines.entries()) {
    if (isKnownLine(line)) continue;
    if (lines[index - 1]?.line !== line.line - 1) blockCount += 1;
    if (blockCount > MAX_HEADER_BLOCKS) break;
    const day = parseDateLine(line.text);
    if (day)
      return { header: lines.slice(0, index), date: { line, day }, body: lines.slice(index + 1) };
    knownEnd = Math.min(knownEnd, index);
    if (hasSeveralSentences(line.text)) break;
  }
  return { header: lines.slice(0, knownEnd), body: lines.slice(knownEnd) };
}

function isKnownLine({ text }: Line): boolean {
  return KNOWN_LINES.has(text.toLowerCase().replaceAll(' ', ''));
}
