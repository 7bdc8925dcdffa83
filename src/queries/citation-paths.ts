import { citationFormats } from '../export/citation-formats.ts';
import { getDays } from './days.ts';
import { getPapersByMonth, getPapersBySlug } from './export-papers.ts';
import { type KeyedPath, keyPaths } from './keyed-paths.ts';
import type { PaperView } from './papers.ts';

/** What a file of citations is made of. */
export interface CitationFileProps {
  papers: PaperView[];
}

type CitationPath<Params> = KeyedPath<Params & { format: string }, CitationFileProps>;

/** A file of citations in each format, for each list of papers. */
function listPaths<Params>(
  lists: readonly { params: Params; papers: PaperView[] }[],
): CitationPath<Params>[] {
  return citationFormats.flatMap(({ extension }) =>
    keyPaths(
      lists.map(({ params, papers }) => ({
        params: { ...params, format: extension },
        props: { papers },
      })),
    ),
  );
}

/** The routes of the citations of each day. */
export async function getDayCitationPaths(): Promise<CitationPath<{ date: string }>[]> {
  const days = await getDays();
  return listPaths(
    days.map(({ date, lines }) => ({
      params: { date },
      papers: lines.map(({ paper }) => paper),
    })),
  );
}

/** The routes of the citations of each month. */
export async function getMonthCitationPaths(): Promise<CitationPath<{ month: string }>[]> {
  const months = [...(await getPapersByMonth())];
  return listPaths(months.map(([month, papers]) => ({ params: { month }, papers })));
}

/** The routes of the citations of all papers. */
export async function getArchiveCitationPaths(): Promise<CitationPath<Record<never, string>>[]> {
  return listPaths([{ params: {}, papers: await getPapersBySlug() }]);
}
