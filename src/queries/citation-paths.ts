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

/** The routes of the citations of each day and month, `/days/<date>` and `/months/<month>`. */
export async function getPeriodCitationPaths() {
  const [days, months] = await Promise.all([getDays(), getPapersByMonth()]);
  const list = (kind: 'days' | 'months', period: string, papers: PaperView[]) =>
    [{ kind, period }, papers] as const;
  return listPaths([
    ...days.map(({ date, lines }) =>
      list(
        'days',
        date,
        lines.map(({ paper }) => paper),
      ),
    ),
    ...Array.from(months, ([month, papers]) => list('months', month, papers)),
  ]);
}

/** The routes of the citations of all papers. */
export async function getArchiveCitationPaths() {
  return listPaths([[{}, await getPapersBySlug()]]);
}
