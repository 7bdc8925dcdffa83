import type { APIRoute } from 'astro';
import { findCitationFormat, writeCitations } from '../export/citation-formats.ts';
import { respond } from '../export/respond.ts';
import { type CitationFileProps, getArchiveCitationPaths } from '../queries/citation-paths.ts';
import { citePaper } from '../queries/export-papers.ts';

export const getStaticPaths = getArchiveCitationPaths;

/** `/papers.bib`, `.ris`, `.csl.json`: all papers of the archive, or those of its newest volume. */
export const GET: APIRoute<CitationFileProps, { format: string }> = ({ params, props }) => {
  const format = findCitationFormat(params.format);
  return respond(writeCitations(format, props.papers.map(citePaper)), format.mediaType);
};
