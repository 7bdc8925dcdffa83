import { citationFormats } from '../export/citation-formats.ts';
import { getDays } from './days.ts';
import { getPapersByMonth } from './export-papers.ts';
import { keyPaths } from './keyed-paths.ts';
import { getPapers, type PaperView } from './papers.ts';
import { getDividedFormats } from './volume-files.ts';
import { getVolumes } from './volumes.ts';

/** The props of a file of citations. */
export interface CitationFileProps {
  papers: PaperView[];
}

type Kind = 'days' | 'months' | 'volumes';

/**
 * The routes of the citations of each day and month, `/days/<date>` and `/months/<month>`, in each format. If the
 * citations of all papers are too many for a file, also those of each volume but the newest, `/volumes/1`.
 */
export async function getPeriodCitationPaths() {
  const [days, months] = await Promise.all([getDays(), getPapersByMonth()]);
  const [volumes, divided] = await Promise.all([getVolumes(), getDividedFormats()]);
  const list = (kind: Kind, period: string, papers: PaperView[]) =>
    citationFormats
      .filter(({ extension }) => kind !== 'volumes' || divided.has(extension))
      .map(({ extension: format }) => [{ kind, period, format }, { papers }] as const);
  return keyPaths<{ kind: Kind; period: string; format: string }, CitationFileProps>([
    ...days.flatMap(({ date, lines }) =>
      list(
        'days',
        date,
        lines.map(({ paper }) => paper),
      ),
    ),
    ...[...months].flatMap(([month, papers]) => list('months', month, papers)),
    ...volumes
      .slice(0, -1)
      .flatMap(({ number, papers }) => list('volumes', String(number), papers)),
  ]);
}

/** The routes of the citations of all papers in each format, or of those of the newest volume. */
export async function getArchiveCitationPaths() {
  const [papers, volumes] = await Promise.all([getPapers(), getVolumes()]);
  const divided = await getDividedFormats();
  return keyPaths<{ format: string }, CitationFileProps>(
    citationFormats.map(({ extension: format }) => [
      { format },
      { papers: (divided.has(format) && volumes.at(-1)?.papers) || [...papers.values()] },
    ]),
  );
}

/** Which papers the files of `getArchiveCitationPaths` have, in words. */
export async function nameCitedPapers(): Promise<string> {
  const divided = await getDividedFormats();
  const isDivided = citationFormats.some(({ extension }) => divided.has(extension));
  return isDivided ? 'the newest papers' : 'the whole archive';
}
