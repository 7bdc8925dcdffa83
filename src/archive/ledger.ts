import { z } from 'zod';
import { makeIsoDate } from '../capture/parse-date.ts';
import { readArxivId } from '../text/arxiv-id.ts';
import { firstDay } from './resolve-day.ts';
import { isSlug, maxSlugLength } from './slug.ts';

/** A text that passes a test. @param expected completes "… must be" */
const text = (expected: string, isValid: (text: string) => boolean) =>
  z.string(expected).refine(isValid, expected);
const hexadecimal = (digits: number) =>
  text(`${digits} hexadecimal digits`, (t) => t.length === digits && /^[0-9a-f]*$/.test(t));
const slug = text(
  `lower-case words joined by hyphens, at most ${maxSlugLength} characters, and no name that Windows refuses`,
  isSlug,
);
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item, 'a list');
const record = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, 'an object');

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  return /^\d{4}-\d\d-\d\d$/.test(text) && makeIsoDate(year, month, day) === text;
}

/** The schema of `seeds/ledger.json`; its messages complete "… must be". @param last the latest date allowed */
export function makeLedgerSchema(last: string) {
  const day = text(
    `a date from ${firstDay} to ${last}`,
    (t) => isDay(t) && t >= firstDay && t <= last,
  );
  const capture = record({
    /** SHA-256 of the capture's normalised text: the identity of a capture. */
    sha256: hexadecimal(64),
    /** The file's name when it was last seen, for people. */
    name: text('the name of a file', (name) => name !== ''),
    /** ISO date. */
    day,
    /** Days that the capture had before its date was corrected; their pages redirect. */
    formerDays: listOf(day),
  });
  const paper = record({
    slug,
    /** The paper's first slug, if it has another now: its identity. */
    id: slug.optional(),
    formerSlugs: listOf(slug),
    title: text('a title', (title) => title !== ''),
    /** ISO date of its first listing. */
    firstDay: day,
    /** Digests of every revision ever captured: what was once one paper stays one paper. */
    texts: listOf(hexadecimal(16)),
    /** Its arXiv id without version, once a capture gave it: `2503.03601`. */
    arxiv: text('an arXiv id', (id) => readArxivId(id) !== undefined)
      // Ledgers may have early ids with a subject class.
      .transform((id) => readArxivId(id) ?? id)
      .optional(),
    /**
     * MinHash signature of its abstract, see `signWords`: when no capture has the paper any more, another paper of the
     * same title is recognised by it. Older ledgers do not have it, nor do papers whose abstract has no word.
     */
    sketch: hexadecimal(64).optional(),
  });
  return record({
    version: z.literal(1),
    captures: listOf(capture),
    papers: listOf(paper),
  });
}

/**
 * `seeds/ledger.json`: to permalinks what a lock file is to versions. It only grows. Papers and
 * captures are in the order in which they were entered.
 */
export type Ledger = z.infer<ReturnType<typeof makeLedgerSchema>>;
/** What the ledger records of a capture. */
export type LedgerCapture = Ledger['captures'][number];
/** What the ledger records of a paper. */
export type LedgerPaper = Ledger['papers'][number];

/** The ledger of an archive without any capture. */
export const emptyLedger: Ledger = { version: 1, captures: [], papers: [] };

/** The text of a ledger: one record a line, so that a change of one record is a diff of one line. */
export function serialiseLedger(ledger: Ledger): string {
  const lines = (records: readonly object[]): string =>
    records.length === 0
      ? '[]'
      : `[\n${records.map((r) => `    ${JSON.stringify(r)}`).join(',\n')}\n  ]`;
  return `{\n  "version": ${ledger.version},\n  "captures": ${lines(ledger.captures)},\n  "papers": ${lines(ledger.papers)}\n}\n`;
}
