import type { CandidateSpan } from '../../src/restore/candidate-span.ts';
import { type TracedFormula, traceChannel } from '../../src/restore/channel.ts';
import { describeTokens } from '../../src/restore/describe-tokens.ts';
import { findCandidateSpans, listCandidateSpans } from '../../src/restore/find-candidate-spans.ts';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import type { Decoder } from '../../src/restore/list-candidates.ts';
import type { Model } from '../../src/restore/model-format.ts';
import type { Tagger } from '../../src/restore/tag-tokens.ts';
import { isTypography } from './make-example.ts';
import type { RerankerExample } from './train-reranker.ts';
import type { TaggerExample } from './train-tagger.ts';

const EDGE = /[0-9.,;:\s]/;

/** A place without the numbers, stops and spaces at its edges, as a key. */
function keyPlace(text: string, start: number, end: number): string {
  while (start < end && EDGE.test(text[start])) start++;
  while (end > start && EDGE.test(text[end - 1])) end--;
  return start === end ? '' : `${start}:${end}`;
}

/** A text with all that was proposed in it, against what its author wrote. */
export interface Case extends RerankerExample {
  /** The author's formula for each candidateSpan that is one. */
  latex: (string | undefined)[];
}

/** What the model candidateSpans in an author's text, against what the author wrote. */
export function gatherCandidateSpans(model: Model, raw: string): Case {
  const { text, formulas } = traceChannel(raw);
  return compareCandidateSpans(text, formulas, findCandidateSpans(model, text));
}

/** As {@link gatherCandidateSpans}, for a text that has a first reading. */
export function gatherFromReading(
  decoder: Decoder,
  tagger: Tagger,
  lexicon: Lexicon,
  raw: string,
  { tokens, first }: TaggerExample,
): Case {
  const { text, formulas } = traceChannel(raw);
  const description = describeTokens(tokens, lexicon);
  const read = { tokens, description, first: first ?? new Uint8Array(tokens.count) };
  return compareCandidateSpans(text, formulas, listCandidateSpans(decoder, tagger, read));
}

function compareCandidateSpans(
  text: string,
  formulas: readonly TracedFormula[],
  candidateSpans: CandidateSpan[],
): Case {
  const place = (f: TracedFormula): string => keyPlace(text, f.start, f.end);
  const [free, care] = [true, false].map((is) =>
    formulas.filter((f) => isTypography(f.raw) === is),
  );
  const authors = new Map(care.map((f) => [place(f), f.raw]));
  const either = new Set(free.map(place));
  const keys = candidateSpans.map((s) => keyPlace(text, s.start, s.end));
  return {
    text,
    candidateSpans,
    truth: keys.map((k) => (k === '' || either.has(k) ? -1 : authors.has(k) ? 1 : 0)),
    latex: keys.map((k) => authors.get(k)),
  };
}
