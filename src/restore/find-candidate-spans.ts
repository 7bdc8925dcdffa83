import type { CandidateSpan, Neighbour } from './candidate-span.ts';
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

/** Formulas less probable than this are not worth judging. */
const LEAST = 0.07;
/**
 * A first reading in which no token is this probable (of 255) to be mathematics needs no second.
 */
const NOTHING = 6;

/**
 * Every possible formula of a captured text that the decoder can write and the channel proves, in
 * order of their places; they may overlap.
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
  if (!first.some((p) => p > NOTHING)) return [];
  return listCandidateSpans(model.decoder, tagger, { tokens, description, first }, counter);
}

/** A captured text once read. */
export interface ReadText {
  tokens: Tokens;
  description: Description;
  first: FirstReading;
}

/** As {@link findCandidateSpans}, by a second reading of a text that has been read. */
export function listCandidateSpans(
  decoder: Decoder,
  tagger: Tagger,
  { tokens, description, first }: ReadText,
  counter?: StepCounter,
): CandidateSpan[] {
  const captured = tokens.text;
  const { math, spans } = tagTokens(tagger, tokens, description, first);
  const possible = repairSpans(tokens, description, spans)
    .filter((s) => s.probability > LEAST)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  if (possible.length === 0) return [];
  const fonts = noteFonts(captured);
  const topics = noteTopics(captured);
  const tone = noteTone(tokens);
  const cache = new Map<string, DecodedFormula | null>();
  const candidateSpans: CandidateSpan[] = [];
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
    candidateSpans.push({
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
  return candidateSpans;
}

/** The token at `i`; `gap` is the token before which white space is looked for. */
function nameNeighbour(
  tokens: Tokens,
  description: Description,
  i: number,
  gap: number,
): Neighbour {
  if (i < 0 || i >= tokens.count) return { word: 0, class: i < 0 ? 510 : 511 };
  return { word: tokens.lower[i], class: description.classes[i] * 2 + tokens.spaced[gap] };
}
