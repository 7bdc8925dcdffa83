import { type TracedFormula, traceChannel } from '../../src/restore/channel.ts';
import { describeTokens } from '../../src/restore/describe-tokens.ts';
import {
  type CandidateSpan,
  findCandidateSpans,
  listCandidateSpans,
} from '../../src/restore/find-candidate-spans.ts';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import type { Decoder } from '../../src/restore/list-candidates.ts';
import type { Model } from '../../src/restore/model-format.ts';
import type { Tagger } from '../../src/restore/tag-tokens.ts';
import { isTypography } from './make-example.ts';
import { placeKey } from './score.ts';
import type { RerankerExample } from './train-reranker.ts';
import type { TaggerExample } from './train-tagger.ts';

/** The candidates of a text, compared with what its author wrote. */
export interface Case extends RerankerExample {
  /** The author's LaTeX of each candidate, if it is a formula. */
  latex: (string | undefined)[];
}

/** The candidates of a model in an author's text. */
export function gatherCandidateSpans(model: Model, raw: string): Case {
  const { text, formulas } = traceChannel(raw);
  return compareSpans(text, formulas, findCandidateSpans(model, text));
}

/** As {@link gatherCandidateSpans}, for a text that already has a first reading. */
export function gatherFromReading(
  decoder: Decoder,
  tagger: Tagger,
  lexicon: Lexicon,
  raw: string,
  { tokens, first = new Uint8Array(tokens.count) }: TaggerExample,
): Case {
  const { text, formulas } = traceChannel(raw);
  const description = describeTokens(tokens, lexicon);
  const spans = listCandidateSpans(decoder, tagger, { tokens, description, first });
  return compareSpans(text, formulas, spans);
}

function compareSpans(
  text: string,
  formulas: readonly TracedFormula[],
  spans: CandidateSpan[],
): Case {
  const optional = new Set<string>();
  const authors = new Map<string, string>();
  for (const f of formulas) {
    const key = placeKey(text, f);
    if (isTypography(f.raw)) optional.add(key);
    else authors.set(key, f.raw);
  }
  const keys = spans.map((s) => placeKey(text, s));
  return {
    text,
    spans,
    truth: keys.map((k) => (k === '' || optional.has(k) ? -1 : authors.has(k) ? 1 : 0)),
    latex: keys.map((k) => authors.get(k)),
  };
}
