import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { citationFormats, writeCitations } from '../../export/citation-formats.ts';
import { getExportDays } from '../../queries/export-papers.ts';

/** `/days/<date>.bib`, `.ris`, `.csl.json`: the papers of a day. */
export const getStaticPaths = async () => {
  const days = [...(await getExportDays())];
  return citationFormats.flatMap((format) =>
    days.map(([date, papers]) => ({
      params: { date, format: format.extension },
      props: { format, papers },
    })),
  );
};

/** The file. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(writeCitations(props.format, props.papers), {
    headers: { 'Content-Type': props.format.mediaType },
  });
