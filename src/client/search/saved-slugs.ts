import { readEntries } from '../list/list-store.ts';

/** The names by which the papers of the reading list may be known to the search: slugs, new and first. */
export function readSavedSlugs(): string[] {
  return readEntries().flatMap(({ id, slug, savedAt }) => (savedAt ? [id, slug ?? id] : []));
}
