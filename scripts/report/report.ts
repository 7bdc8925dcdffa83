import type { ComparedFormula, Outcome } from './compare-formulas.ts';
import type { UncertainMatch } from './list-uncertain.ts';
import type { Gap } from './missing-days.ts';

/** A place of a seed at which a paper begins. */
export interface PaperPlace {
  /** `seeds/2025-03-11.txt:14`. */
  place: string;
  slug: string;
}

/** The contents of an archive, with what is missing and what is doubtful. */
export interface Report {
  papers: number;
  /** ISO dates of the first and the last day; absent without captures. */
  first?: string;
  last?: string;
  days: number;
  captures: number;
  gaps: Gap[];
  withoutArxivId: (PaperPlace & { title: string })[];
  /** Restored formulas of low probability, the lowest first. */
  doubtful: (PaperPlace & { captured: string; latex: string; probability: number })[];
  /** Text that looks like LaTeX and is shown as captured. */
  asCaptured: (PaperPlace & { text: string })[];
  uncertain: UncertainMatch[];
  /** Number of papers with each kind of metadata. */
  coverage: Record<string, number>;
  formulas: { all: number; restored: number; original: number };
  /** The restorer's formulas beside the authors', where these are known. */
  comparison: {
    /** Titles and abstracts of which a sentence is known. */
    texts: number;
    counts: Record<Outcome, number>;
    /** Formulas that are neither identical nor equal. */
    differences: (PaperPlace & ComparedFormula)[];
  };
}
