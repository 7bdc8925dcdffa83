import { fetchFile } from '../client/search/own-index.ts';
import type * as ordinary from '../client/search/pagefind.ts';
import { askIndex, locate, type Match } from './ask-index.ts';
import { openIndex, type TextIndex } from './read-index.ts';

/** Replaces `src/client/search/pagefind.ts` with an engine for the index of the edition, in Pagefind's API. */
export const loadPagefind: typeof ordinary.loadPagefind = async () => {
  const index = await openIndex(fetchFile);
  let latest = 0;
  const engine: ordinary.Pagefind = {
    init: () => Promise.resolve(),
    search: async (query) => answer(index, await askIndex(index, query)),
    async debouncedSearch(query, { filters = {}, sort }, delayMs) {
      const turn = ++latest;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (turn !== latest) return null;
      const found = query === null ? listAll(index) : await askIndex(index, query);
      const wanted = found.filter(
        ({ id }) => !filters.has?.includes('code') || index.papers[id]?.hasCode,
      );
      // The newest have the lowest numbers.
      if (sort) wanted.sort((a, b) => a.id - b.id);
      return answer(index, wanted);
    },
  };
  return engine;
};

function listAll({ papers }: TextIndex): Match[] {
  return papers.map((_, id) => ({ id, score: 0, terms: new Set<string>() }));
}

function answer(index: TextIndex, matches: readonly Match[]): ordinary.PagefindResponse {
  const results = matches.flatMap(({ id, terms }) => {
    const paper = index.papers[id];
    if (!paper) return [];
    const data = async (): Promise<ordinary.PagefindResult> => {
      const content = await index.readText(id);
      return {
        url: `/papers/${paper.slug}/`,
        content,
        locations: locate(content, terms),
        filters: paper.hasCode ? { has: ['code'] } : {},
        meta: { title: paper.title },
      };
    };
    return { id: paper.id, data };
  });
  return { results };
}
