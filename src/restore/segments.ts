/** Captured text that stays as it is. */
export interface TextSegment {
  text: string;
  /** Set where a formula was seen and its restoration was not proven: shown marked, as captured. */
  unproven?: true;
}

/** A restored formula. */
export interface FormulaSegment {
  /** The stretch of the capture that it stands for. */
  captured: string;
  /** What the authors most probably wrote between `$` and `$`. */
  latex: string;
  /** How sure the restoration is, 0 to 1. */
  probability?: number;
  /** Set where the maintainer of the archive wrote it, in `seeds/corrections.jsonl`. */
  corrected?: true;
}

/**
 * A stretch of a restored text: the `text` and `captured` of all, joined, are the input to the
 * letter.
 */
export type Segment = TextSegment | FormulaSegment;

/** Tells a formula from text. */
export function isFormula(segment: Segment): segment is FormulaSegment {
  return 'latex' in segment;
}

/** The captured text again, to the letter. */
export function joinCaptured(segments: readonly Segment[]): string {
  return segments.map((s) => (isFormula(s) ? s.captured : s.text)).join('');
}

/** The restored text: text verbatim, formulas as `$latex$`, before any cleaning or escaping. */
export function joinRestored(segments: readonly Segment[]): string {
  return segments.map((s) => (isFormula(s) ? `$${s.latex}$` : s.text)).join('');
}

/** The paragraphs of a text: one or more blank lines part them. */
export const splitParagraphs = (text: string): string[] => text.split(/\n{2,}/);

/** Maximum length of a paragraph, in characters. The longest of 9,705 abstracts has 1,923. */
const longestParagraph = 20_000;

/** Whether a text has a paragraph that is too long for an abstract; it is then shown as captured. */
export const hasLongParagraph = (text: string): boolean =>
  text.length > longestParagraph &&
  splitParagraphs(text).some((paragraph) => paragraph.length > longestParagraph);
