import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citationFormats, writeCitations } from '../export/citation-formats.ts';
import { getExportPapers } from '../queries/export-papers.ts';

/** `/papers.bib`, `.ris`, `.csl.json`: all papers of the archive. */
export const getStaticPaths = async () => {
  const papers = [...(await getExportPapers()).values()];
  return citationFormats.map((format) => ({
    params: { format: format.extension },
    props: { format, papers },
  }));
};

/** The file. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(writeCitations(props.format, props.papers), {
    headers: { 'Content-Type': props.format.mediaType },
  });
