import type { RelatablePaper } from '../../../src/archive/paper-profiles.ts';

/** A paper of words only. */
export const makePaper = (slug: string, title: string, abstract: string): RelatablePaper => ({
  slug,
  title: { text: title, formulas: [] },
  abstract: { text: abstract, formulas: [] },
});
