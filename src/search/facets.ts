import { compare } from '../text/compare.ts';

/** The properties of papers whose values are offered as filters, with their counts. */
export const facetNames = ['category', 'venue', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** What facets are made of; what is not known about a paper is absent. */
export interface FacetedPaper {
  /** arXiv categories. */
  categories?: readonly string[];
  venue?: string;
  /** ISO date, month or year. */
  published?: string;
}

/** For each facet its values, in the order in which they are offered, each with the papers that have it. */
export type Facets<Paper> = Record<FacetName, Map<string, Paper[]>>;

const readValues: Record<FacetName, (paper: FacetedPaper) => readonly string[]> = {
  category: ({ categories = [] }) => categories,
  venue: ({ venue }) => (venue ? [venue] : []),
  year: ({ published }) => (published ? [published.slice(0, 4)] : []),
};

/** The facets of papers. */
export function makeFacets(papers: readonly FacetedPaper[]): Facets<number> {
  return orderValues((name) =>
    papers.flatMap((paper, rank) =>
      [...new Set(readValues[name](paper))].map((value): [string, number[]] => [value, [rank]]),
    ),
  );
}

/** The facets of several sets of papers as those of all of them. */
export function mergeFacets<Paper>(sets: readonly Facets<Paper>[]): Facets<Paper> {
  return orderValues((name) => sets.flatMap((facets) => [...facets[name]]));
}

/**
 * Joins the papers of each value: years from the latest on, other values from the most frequent on.
 * @param list the values of a facet, several times each, with papers that have them
 */
function orderValues<Paper>(list: (name: FacetName) => [value: string, Paper[]][]): Facets<Paper> {
  return mapFacets((name) => {
    const papersOf = new Map<string, Paper[]>();
    for (const [value, papers] of list(name)) {
      const known = papersOf.get(value);
      if (known) known.push(...papers);
      else papersOf.set(value, [...papers]);
    }
    const byValue = [...papersOf].sort(([a], [b]) => compare(a, b));
    return new Map(
      name === 'year' ? byValue.reverse() : byValue.sort(([, a], [, b]) => b.length - a.length),
    );
  });
}

/** A text of facets, in which each rank is the difference to the one before, for `readFacets`. */
export function writeFacets(facets: Facets<number>): string {
  const differences = (ranks: readonly number[]): string =>
    ranks.map((rank, i) => (rank - (ranks[i - 1] ?? 0)).toString(36)).join(' ');
  return JSON.stringify(
    mapFacets((name) => [...facets[name]].map(([value, ranks]) => [value, differences(ranks)])),
  );
}

/**
 * The facets in a text.
 * @param papers in the order of their ranks
 */
export function readFacets<Paper>(text: string, papers: readonly Paper[]): Facets<Paper> {
  const lists: Record<FacetName, [value: string, differences: string][]> = JSON.parse(text);
  return mapFacets((name) => {
    const readRanks = (differences: string): Paper[] => {
      let rank = 0;
      return differences.split(' ').flatMap((difference) => {
        rank += Number.parseInt(difference, 36);
        return papers.slice(rank, rank + 1);
      });
    };
    return new Map(lists[name].map(([value, differences]) => [value, readRanks(differences)]));
  });
}

/** For each facet the number of papers with each value. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/**
 * Counts the papers of each value. A value that is chosen does not limit the counts of its own facet, so that they say
 * what another choice would find.
 * @param found the papers without the choices of facets
 * @param chosen for a facet the papers that have its chosen value
 */
export function countValues<Paper>(
  facets: Facets<Paper>,
  found: readonly Paper[],
  chosen: Partial<Record<FacetName, ReadonlySet<Paper>>>,
): FacetCounts {
  return mapFacets((name) => {
    const others = facetNames.filter((other) => other !== name);
    const limits = others.map((other) => chosen[other]).filter((papers) => papers !== undefined);
    const counted = new Set(found.filter((paper) => limits.every((papers) => papers.has(paper))));
    const count = (papers: readonly Paper[]): number =>
      papers.filter((paper) => counted.has(paper)).length;
    return new Map([...facets[name]].map(([value, papers]) => [value, count(papers)]));
  });
}

/** Something for each facet. */
export function mapFacets<Result>(make: (name: FacetName) => Result): Record<FacetName, Result> {
  const made = facetNames.map((name) => [name, make(name)] as const);
  // `fromEntries` does not keep the names.
  return Object.fromEntries(made) as Record<FacetName, Result>;
}
