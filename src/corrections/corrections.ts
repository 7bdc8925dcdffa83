/**
 * A correction by the maintainer of the archive: what a captured span of a paper stands for.
 *
 *     {"paper": "light-bridge", "captured": "Rin R^d", "latex": "R\\in \\mathbb{R}^d"}
 */
export interface Correction {
  /** A slug that the paper has, or had once. */
  paper: string;
  /** The captured span, to the letter. */
  captured: string;
  /** What stands between the dollars; null says that the span is text and no formula. */
  latex: string | null;
  /** Where the span is looked for; in both without it. */
  in?: 'title' | 'abstract';
  /** Which one of several is meant, from 1, counted through title and abstract; all without it. */
  occurrence?: number;
}

/** A correction with its place in the file. */
export interface CorrectionLine extends Correction {
  /** From 1. */
  line: number;
  /** Columns, from 1, at which the values of its fields begin. */
  columns: Partial<Record<keyof Correction, number>>;
}

/** Says why KaTeX refuses a formula, and at which character, from 0; undefined where it does not. */
export type ExplainRefusal = (latex: string) => { reason: string; offset: number } | undefined;

/** The JSON line of a correction, its fields in one order, without a line end. */
export function serialiseCorrection(correction: Correction): string {
  const { paper, in: part, captured, occurrence, latex } = correction;
  return JSON.stringify({ paper, in: part, captured, occurrence, latex });
}
