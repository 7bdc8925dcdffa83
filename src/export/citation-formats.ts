import { bibtex } from './bibtex.ts';
import type { CitationFormat } from './citation-format.ts';
import { cslJson } from './csl-json.ts';
import type { CitedPaper } from './export-paper.ts';
import { ris } from './ris.ts';

/** The formats of citation files. */
export const citationFormats: readonly CitationFormat[] = [bibtex, ris, cslJson];

/** Returns a citation file of papers, in their order. */
export function writeCitations(format: CitationFormat, papers: readonly CitedPaper[]): string {
  return format.join(papers.map(format.writeRecord));
}

/** @throws {Error} where no format has the extension */
export function findCitationFormat(extension: string): CitationFormat {
  const format = citationFormats.find((known) => known.extension === extension);
  if (!format) throw new Error(`No format of citations has the extension ${extension}.`);
  return format;
}
