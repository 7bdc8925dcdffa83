/**
 * The paths of what has an address for ever, below the base: `papers/x/`. For `urls.ts`, and for programs
 * that run outside of Astro and know where the site will be.
 */

/** The page of a day, given as an ISO date. */
export const dayPath = (date: string): string => `days/${date}/`;
/** The permalink of a paper. */
export const paperPath = (slug: string): string => `papers/${slug}/`;
