/**
 * A formula before judgement: its place, what the tagger believes of exactly it (`probability`),
 * the least belief in any token of it (`weakest`, 0–255), the decoder's belief in its LaTeX, the
 * tokens just outside, and the classes of its first and last token, and how the text sounds
 * (`noteTone`).
 */
export interface CandidateSpan {
  start: number;
  end: number;
  captured: string;
  latex: string;
  probability: number;
  weakest: number;
  decoded: number;
  before: Neighbour;
  first: number;
  last: number;
  after: Neighbour;
  tone: number;
}
/**
 * A token next to a formula: hash of its lower-case text, its class doubled, plus 1 if white space
 * stands between.
 */
export interface Neighbour {
  word: number;
  class: number;
}
