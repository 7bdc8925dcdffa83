import { getPeriodCitationPaths } from '../../queries/citation-paths.ts';

/** `/days/<date>.bib`, `.ris`, `.csl.json`: the papers of a day; `/months/<month>.bib`, …: those of a month. */
export { GET } from '../papers.[format].ts';

export const getStaticPaths = getPeriodCitationPaths;
