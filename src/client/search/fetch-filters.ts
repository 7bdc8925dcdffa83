import { type FacetName, type Facets, facetNames } from '../../search/facets.ts';
import { matchAuthors } from '../../search/match-authors.ts';
import { readEntries } from '../list/list-store.ts';
import { fetchAuthors, fetchFacets, fetchPaperIds } from './own-index.ts';
import type { SearchRequest } from './search-state.ts';

/** The papers that filters let through, by Pagefind's ids, as far as Dayleaf's own index decides. */
export interface Filters {
  /** Those of each author, and those of the reading list, if only they are searched. */
  sets: ReadonlySet<string>[];
  /** Those with the chosen value of a facet. */
  facets: Partial<Record<FacetName, ReadonlySet<string>>>;
  /** Names by which no paper has an author. */
  unknownAuthors: string[];
}

/** Finds the papers that the filters of a request let through. @throws {Error} if there is no index */
export async function fetchFilters(request: SearchRequest): Promise<Filters> {
  const { authors, isSaved } = request;
  const [saved, facets, ...idsOfAuthors] = await Promise.all([
    isSaved ? fetchPaperIds(readSavedSlugs()) : undefined,
    facetNames.some((name) => request[name]) ? fetchFacets() : undefined,
    ...authors.map(async (query) => {
      const found = matchAuthors(await fetchAuthors(query), query);
      return new Set(found.flatMap(({ ids }) => ids));
    }),
  ]);
  return {
    sets: [...(saved ? [saved] : []), ...idsOfAuthors],
    facets: facets ? chooseValues(facets, request) : {},
    unknownAuthors: authors.filter((_, i) => idsOfAuthors[i]?.size === 0).map(({ name }) => name),
  };
}

function chooseValues(facets: Facets<string>, request: SearchRequest): Filters['facets'] {
  const chosen = facetNames.filter((name) => request[name]);
  return Object.fromEntries(chosen.map((name) => [name, new Set(facets[name].get(request[name]))]));
}

/** Whether filters let a paper through. */
export const isLetThrough =
  ({ sets, facets }: Pick<Filters, 'sets' | 'facets'>) =>
  ({ id }: { id: string }): boolean =>
    [...sets, ...Object.values(facets)].every((ids) => ids.has(id));

/** The slugs of the reading list by which the index may know its papers: the first and the latest. */
function readSavedSlugs(): string[] {
  return readEntries().flatMap(({ id, slug, savedAt }) => (savedAt ? [id, slug ?? id] : []));
}
