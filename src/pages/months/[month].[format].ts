import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citationFormats, writeCitations } from '../../export/citation-formats.ts';
import { getExportMonths } from '../../queries/export-papers.ts';

/** `/months/<month>.bib`, `.ris`, `.csl.json`: the papers of a month. */
export const getStaticPaths = async () => {
  const months = [...(await getExportMonths())];
  return citationFormats.flatMap((format) =>
    months.map(([month, papers]) => ({
      params: { month, format: format.extension },
      props: { format, papers },
    })),
  );
};

/** The file. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(writeCitations(props.format, props.papers), {
    headers: { 'Content-Type': props.format.mediaType },
  });
