import { citationFormats } from '../export/citation-formats.ts';
import { getDays } from './days.ts';
import { getPapersByMonth, getPapersBySlug } from './export-papers.ts';
import { keyPaths } from './keyed-paths.ts';
import type { PaperView } from './papers.ts';

/** The props of a file of citations. */
export interface CitationFileProps {
  papers: PaperView[];
}

/** The routes of a file of citations in each format, for each list of papers. */
const listPaths = <Params>(lists: readonly (readonly [params: Params, papers: PaperView[]])[]) =>
  keyPaths(
    citationFormats.flatMap(({ extension: format }) =>
      lists.map(([params, papers]) => [{ ...params, format }, { papers }] as const),
    ),
  );

/** The routes of the citations of each day. */
export async function getDayCitationPaths() {
  const days = await getDays();
  return listPaths(days.map(({ date, lines }) => [{ date }, lines.map(({ paper }) => paper)]));
}

/** The routes of the citations of each month. */
export async function getMonthCitationPaths() {
  return listPaths(
    Array.from(await getPapersByMonth(), ([month, papers]) => [{ month }, papers] as const),
  );
}

/** The routes of the citations of all papers. */
export async function getArchiveCitationPaths() {
  return listPaths([[{}, await getPapersBySlug()]]);
}
