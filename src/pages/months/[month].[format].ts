import type { APIRoute } from 'astro';
import { respondWithCitations } from '../../export/citation-formats.ts';
import { type CitationFileProps, getMonthCitationPaths } from '../../queries/citation-paths.ts';
import { citePaper } from '../../queries/export-papers.ts';

export const getStaticPaths = getMonthCitationPaths;

/** `/months/<month>.bib`, `.ris`, `.csl.json`: the papers of a month. */
export const GET: APIRoute<CitationFileProps, { format: string }> = ({ params, props }) =>
  respondWithCitations(params.format, props.papers.map(citePaper));
