import type { APIRoute } from 'astro';
import { respondWithCitations } from '../export/citation-formats.ts';
import { type CitationFileProps, getArchiveCitationPaths } from '../queries/citation-paths.ts';
import { citePaper } from '../queries/export-papers.ts';

export const getStaticPaths = getArchiveCitationPaths;

/** `/papers.bib`, `.ris`, `.csl.json`: all papers of the archive. */
export const GET: APIRoute<CitationFileProps, { format: string }> = ({ params, props }) =>
  respondWithCitations(params.format, props.papers.map(citePaper));
