import { getPeriodCitationPaths } from '../../queries/citation-paths.ts';

/** `/days/<date>.bib`, `.ris`, `.csl.json`: the papers of a day; `/months/<month>.bib`, `/volumes/<number>.bib`: those of a month or volume. */
export { GET } from '../papers.[format].ts';

export const getStaticPaths = getPeriodCitationPaths;
