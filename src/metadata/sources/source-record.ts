import type { FactValues } from '../fact.ts';

/** A paper as a source describes it. */
export interface SourceRecord {
  /** By what the maintainer accepts or refuses it: its arXiv id, its DOI, or its key in its file. */
  id: string;
  /** The name of the source: `arxiv`. */
  source: string;
  /** ISO date at which the source said it. */
  date: string;
  /** As a capture would show it, on one line. */
  title: string;
  /** As a capture would show it; empty where the source has none. */
  abstract: string;
  facts: FactValues;
}

/** A text of a source, and what is known about it besides. */
export interface SourceText {
  /** Name of the file, for people. */
  file: string;
  /** Line ends are `\n`. */
  text: string;
  /** The name of the source, where the format does not give it: `dblp`. */
  source: string;
  /** ISO date for what has no date of its own. */
  today: string;
}

/** What was read of a source. */
export interface SourceReading {
  records: SourceRecord[];
  /** Sentences about entries that were skipped. */
  skipped: string[];
}

/** A format of files that know papers; recognised by content. */
export interface SourceFormat {
  /** For people: `BibTeX`. */
  name: string;
  isOf(text: string): boolean;
  /** @throws {CaptureError} when the text cannot be read */
  read(source: SourceText): SourceReading;
}
