import type { APIRoute } from 'astro';
import { respondWithCitations } from '../../export/citation-formats.ts';
import { type CitationFileProps, getDayCitationPaths } from '../../queries/citation-paths.ts';
import { citePaper } from '../../queries/export-papers.ts';

export const getStaticPaths = getDayCitationPaths;

/** `/days/<date>.bib`, `.ris`, `.csl.json`: the papers of a day. */
export const GET: APIRoute<CitationFileProps, { format: string }> = ({ params, props }) =>
  respondWithCitations(params.format, props.papers.map(citePaper));
