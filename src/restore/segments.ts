/** Text that stays exactly as captured. */
export interface TextSegment {
  text: string;
  /** Set for a formula that failed the round-trip check; it is shown as captured, and marked. */
  unproven?: true;
}

/** A formula. */
export interface FormulaSegment {
  /** The part of the capture that it replaces. */
  captured: string;
  /** The LaTeX of the authors, or the most probable one, without dollar signs. */
  latex: string;
  /** Estimated probability that the authors wrote exactly this, 0 to 1. */
  probability?: number;
  /** Set for a formula from `seeds/corrections.jsonl`. */
  corrected?: true;
  /** Set for the authors' own LaTeX, from a source that has it. */
  original?: true;
}

/** A part of a restored text. The `text` and `captured` of all parts join to the captured text. */
export type Segment = TextSegment | FormulaSegment;

/** Whether a segment is a formula. */
export function isFormula(segment: Segment): segment is FormulaSegment {
  return 'latex' in segment;
}

/** The captured text of segments. */
export function joinCaptured(segments: readonly Segment[]): string {
  return segments.map((s) => (isFormula(s) ? s.captured : s.text)).join('');
}

/** The restored text: text verbatim, formulas as `$latex$`, without cleaning or escaping. */
export function joinRestored(segments: readonly Segment[]): string {
  return segments.map((s) => (isFormula(s) ? `$${s.latex}$` : s.text)).join('');
}

/** The paragraphs of a text, which are separated by one or more blank lines. */
export const splitParagraphs = (text: string): string[] => text.split(/\n{2,}/);

/** Maximum length of a paragraph, in characters. The longest of 9,705 abstracts has 1,923. */
const longestParagraph = 20_000;

/** Whether a text has a paragraph that is too long for an abstract. Such a text is shown as captured. */
export const hasLongParagraph = (text: string): boolean =>
  text.length > longestParagraph &&
  splitParagraphs(text).some((paragraph) => paragraph.length > longestParagraph);
