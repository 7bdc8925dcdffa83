import { z } from 'zod';

const text = (error: string) => z.string(error).min(1, error);

/** The schema of a line of `corrections.jsonl`; its messages complete "… must be". */
export const correctionSchema = z.strictObject({
  /** A slug that the paper has, or had once. */
  paper: text('the slug of a paper, the last part of its address'),
  /** The span exactly as captured. */
  captured: text('the span, exactly as captured'),
  /** LaTeX without its dollars; null says that the span is text and not a formula. */
  latex: text('LaTeX without its dollars, or null for plain text').nullable(),
  /** Where the span is looked for; in both if absent. */
  in: z.enum(['title', 'abstract'], '"title" or "abstract"').optional(),
  /** Which of several occurrences is meant, from 1, counted through title and abstract; all if absent. */
  occurrence: z.int('1, 2, 3 …').positive('1, 2, 3 …').optional(),
});

/**
 * A correction by the maintainer of the archive: the formula of a captured span of a paper.
 *
 *     {"paper": "light-bridge", "captured": "Rin R^d", "latex": "R\\in \\mathbb{R}^d"}
 */
export type Correction = z.infer<typeof correctionSchema>;

/** A correction with its place in the file. */
export interface CorrectionLine extends Correction {
  /** From 1. */
  line: number;
  /** Columns, from 1, at which the values of its fields begin. */
  columns: Partial<Record<keyof Correction, number>>;
}

/** Says why KaTeX rejects a formula, and at which character, from 0; undefined if it accepts it. */
export type ExplainRefusal = (latex: string) => { reason: string; offset: number } | undefined;

/** The JSON line of a correction, its fields in a fixed order, without a line end. */
export function serialiseCorrection(correction: Correction): string {
  const { paper, in: part, captured, occurrence, latex } = correction;
  return JSON.stringify({ paper, in: part, captured, occurrence, latex });
}
