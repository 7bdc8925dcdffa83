import { splitArxivId } from '../text/arxiv-id.ts';
import { keyPaths } from './keyed-paths.ts';
import { getPapers } from './papers.ts';

/** Slugs of papers by the keys of their arXiv ids: `{ "03601": "a-paper" }`. */
export type ArxivSlugs = Record<string, string>;

/** The route of each file of arXiv ids: one for each month of arXiv from which the archive has papers. */
export async function getArxivIdPaths() {
  const papers = [...(await getPapers()).values()].flatMap(({ arxivId, slug }) =>
    arxivId === undefined ? [] : [{ ...splitArxivId(arxivId), slug }],
  );
  const files = Map.groupBy(
    papers.sort((a, b) => (a.key < b.key ? -1 : 1)),
    ({ file }) => file,
  );
  return keyPaths<{ file: string }, { slugs: ArxivSlugs }>(
    Array.from(files, ([file, of]) => [
      { file },
      { slugs: Object.fromEntries(of.map(({ key, slug }) => [key, slug])) },
    ]),
  );
}
