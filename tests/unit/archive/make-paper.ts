import type { RelatablePaper } from '../../../src/archive/paper-profiles.ts';
import { listTerms, tabulateTerms } from '../../../src/archive/paper-terms.ts';
import { WordReader } from '../../../src/archive/word-reader.ts';

/** A paper of words, and of formulas in its abstract. */
export const makePaper = (
  slug: string,
  title: string,
  abstract: string,
  formulas: readonly string[] = [],
): RelatablePaper => ({
  slug,
  terms: tabulateTerms(
    listTerms(
      { title: { text: title, formulas: [] }, abstract: { text: abstract, formulas } },
      new WordReader(),
    ),
  ),
});
