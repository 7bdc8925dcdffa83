import { type DecodedFormula, decodeFormula, type StepCounter } from './decode-formula.ts';
import { type Description, describeTokens } from './describe-tokens.ts';
import type { FirstReading } from './extract-features.ts';
import { prepareFormula } from './formula-context.ts';
import { noteFonts, noteSurroundings, noteTopics } from './formula-surroundings.ts';
import type { Decoder } from './list-candidates.ts';
import type { Model } from './model-format.ts';
import { noteTone } from './note-tone.ts';
import { repairSpans } from './repair-spans.ts';
import { formulaRoundTrips } from './round-trip.ts';
import { type Tagger, tagTokens } from './tag-tokens.ts';
import { type Tokens, tokenize } from './tokenize.ts';

/** A possible formula of a captured text, with what the reranker sees of it. */
export interface CandidateSpan {
  /** Offsets in the text. */
  start: number;
  end: number;
  captured: string;
  latex: string;
  /** Probability, by the tagger, that exactly this span is a formula. */
  probability: number;
  /** Lowest probability of any of its tokens to be part of a formula, 0 to 255. */
  weakest: number;
  /** Probability of `latex`, by the decoder. */
  decoded: number;
  /** The tokens before and after it. */
  before: Neighbour;
  after: Neighbour;
  /** Classes of its first and last token. */
  first: number;
  last: number;
  /** See `noteTone`. */
  tone: number;
}
/** A token next to a candidate. */
export interface Neighbour {
  /** Hash of its lower-case text. */
  word: number;
  /** 2 × its class, plus 1 if there is white space between it and the candidate. */
  class: number;
}
/** Classes of neighbours that are missing: no token has a class of 255. */
const TEXT_START = 510;
const TEXT_END = 511;

/** Spans that are less probable than this are not candidates. */
const LEAST_PROBABILITY = 0.07;
/** If the first reading gives no token a higher probability, of 255, there is no second. */
const NO_FORMULA = 6;

/**
 * Every possible formula of a captured text for which the decoder finds LaTeX that passes the
 * round-trip check, ordered by start and end; they may overlap.
 * @param counter to which the steps of the decoder are added
 */
export function findCandidateSpans(
  model: Model,
  captured: string,
  counter?: StepCounter,
): CandidateSpan[] {
  const tokens = tokenize(captured);
  const description = describeTokens(tokens, model.lexicon);
  const [reader, tagger] = model.taggers;
  const first = tagTokens(reader, tokens, description).math;
  if (!first.some((p) => p > NO_FORMULA)) return [];
  return listCandidateSpans(model.decoder, tagger, { tokens, description, first }, counter);
}

/** A captured text with its first reading. */
export interface ReadText {
  tokens: Tokens;
  description: Description;
  first: FirstReading;
}

/** As {@link findCandidateSpans}, for a text that already has a first reading. */
export function listCandidateSpans(
  decoder: Decoder,
  tagger: Tagger,
  { tokens, description, first }: ReadText,
  counter?: StepCounter,
): CandidateSpan[] {
  const captured = tokens.text;
  const { math, spans } = tagTokens(tagger, tokens, description, first);
  const possible = repairSpans(tokens, description, spans)
    .filter((s) => s.probability > LEAST_PROBABILITY)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  if (possible.length === 0) return [];
  const fonts = noteFonts(captured);
  const topics = noteTopics(captured);
  const tone = noteTone(tokens);
  const cache = new Map<string, DecodedFormula | null>();
  const candidates: CandidateSpan[] = [];
  for (const span of possible) {
    const start = tokens.starts[span.from];
    const end = tokens.ends[span.to];
    const text = captured.slice(start, end);
    const surroundings = noteSurroundings(captured, start, end, fonts, topics);
    const key = `${surroundings.before}:${surroundings.after}:${text}`;
    let found = cache.get(key);
    if (found === undefined) {
      found =
        decodeFormula(decoder, prepareFormula(text, surroundings), counter).find((f) =>
          formulaRoundTrips(text, f.latex),
        ) ?? null;
      cache.set(key, found);
    }
    if (!found) continue;
    let weakest = 255;
    for (let i = span.from; i <= span.to; i++) weakest = Math.min(weakest, math[i]);
    candidates.push({
      start,
      end,
      captured: text,
      latex: found.latex,
      probability: span.probability,
      weakest,
      decoded: found.probability,
      before: nameNeighbour(tokens, description, span.from - 1, span.from),
      first: description.classes[span.from],
      last: description.classes[span.to],
      after: nameNeighbour(tokens, description, span.to + 1, span.to + 1),
      tone,
    });
  }
  return candidates;
}

/** The token at `i`; `gap` is the token that white space may precede. */
function nameNeighbour(
  tokens: Tokens,
  description: Description,
  i: number,
  gap: number,
): Neighbour {
  if (i < 0 || i >= tokens.count) return { word: 0, class: i < 0 ? TEXT_START : TEXT_END };
  return { word: tokens.lower[i], class: description.classes[i] * 2 + tokens.spaced[gap] };
}
