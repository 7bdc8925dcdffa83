import { bibtex } from './bibtex.ts';
import type { CitationFormat } from './citation-format.ts';
import { cslJson } from './csl-json.ts';
import type { CitedPaper } from './export-paper.ts';
import { respond } from './respond.ts';
import { ris } from './ris.ts';

/** The formats that files of papers are written in; `src/urls.ts` names the same extensions. */
export const citationFormats: readonly CitationFormat[] = [bibtex, ris, cslJson];

/** A file of papers, in their order. */
export function writeCitations(format: CitationFormat, papers: readonly CitedPaper[]): string {
  return format.join(papers.map(format.writeRecord));
}

/**
 * A file of papers as it is served.
 * @param extension that of one of the formats
 * @throws {Error} where it is that of none
 */
export function respondWithCitations(extension: string, papers: readonly CitedPaper[]): Response {
  const format = citationFormats.find((known) => known.extension === extension);
  if (!format) throw new Error(`No format of citations has the extension ${extension}.`);
  return respond(writeCitations(format, papers), format.mediaType);
}
