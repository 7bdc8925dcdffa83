/** What the ledger records of a capture. */
export interface LedgerCapture {
  /** SHA-256 of the capture's normalised text: the identity of a capture. */
  sha256: string;
  /** The file's name when it was last seen, for people. */
  name: string;
  /** ISO date. */
  day: string;
  /** Days that the capture was of before its date was corrected; their pages redirect. */
  formerDays: string[];
}

/** What the ledger records of a paper. */
export interface LedgerPaper {
  slug: string;
  /** The slug that the paper was first entered under, where it has another now: its identity. */
  id?: string;
  formerSlugs: string[];
  title: string;
  /** ISO date of its first listing. */
  firstDay: string;
  /** Digests of every revision ever captured: what was once one paper stays one paper. */
  texts: string[];
  /**
   * What the words of its abstract were, see `signWords`: when no capture holds it any more, another
   * paper of its title is told from it by this. Not there in ledgers of old, and where there is no word.
   */
  sketch?: string;
}

/**
 * `seeds/ledger.json`: to permalinks what a lock file is to versions. It only grows. Papers and
 * captures stand in the order in which they were entered.
 */
export interface Ledger {
  version: 1;
  captures: LedgerCapture[];
  papers: LedgerPaper[];
}

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
