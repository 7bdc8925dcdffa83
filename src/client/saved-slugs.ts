import { homeUrl } from '../urls.ts';

/** The names by which the papers of the reading list may be known to the search: slugs, new and first. */
export function readSavedSlugs(): string[] {
  const prefix = `dayleaf:${homeUrl()}:paper:`;
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const { id, slug, savedAt } = JSON.parse(localStorage.getItem(key) ?? '{}');
        return savedAt ? [String(id), String(slug)] : [];
      });
  } catch {
    return [];
  }
}
