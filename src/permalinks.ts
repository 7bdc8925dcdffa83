/**
 * Paths of permalinks, relative to the base: `papers/x/`. They are separate from `urls.ts`, which can be loaded by Astro
 * only, for scripts.
 */

/** The page of a day, given as an ISO date. */
export const dayPath = (date: string): string => `days/${date}/`;
/** The permalink of a paper. */
export const paperPath = (slug: string): string => `papers/${slug}/`;
