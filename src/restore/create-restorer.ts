import type { StepCounter } from './decode-formula.ts';
import { type CandidateSpan, findCandidateSpans } from './find-candidate-spans.ts';
import { type Model, readModel } from './model-format.ts';
import { isTradeTone } from './note-tone.ts';
import { rerankSpans } from './rerank-spans.ts';
import { holdsLiveMarkup, roundTrips } from './round-trip.ts';
import { hasLongParagraph, type Segment } from './segments.ts';
import { SORT, sortOf } from './sort-of.ts';
import { chooseSpans } from './tag-tokens.ts';
import { findWrittenMath } from './written-math.ts';

/** Finds the formulas of captured abstracts and titles, and their most probable LaTeX. */
export interface Restorer {
  /**
   * The segments of a captured text, which pass the round-trip check (`roundTrips`). The same input
   * gives the same output on every machine.
   * @param counter to which the steps of the decoder are added
   */
  restore(captured: string, counter?: StepCounter): Segment[];
}

/** Longer texts, in characters, are not abstracts and stay as captured. */
const MAX_TEXT = 100_000;

/** From this probability, of 255, a token is certainly part of a formula. */
const CERTAIN_TOKEN = 220;
/** Threshold for spans in which all tokens are certain. */
const CERTAIN_SPAN_THRESHOLD = 0.15;
/** From this probability, a formula shows that its text has mathematics. */
const CERTAIN_FORMULA = 0.8;

/**
 * A restorer from the bytes of a model file, uncompressed (`model.bin.br` is compressed by brotli).
 * @throws {ModelError} when the bytes are not a model of this version
 */
export function createRestorer(bytes: Uint8Array): Restorer {
  const model = readModel(bytes);
  return { restore: (captured, counter) => restoreText(model, captured, counter) };
}

/** The calibrated probability of an uncalibrated one, interpolated between the centres of the bins. */
function calibrate(reliability: readonly number[], probability: number): number {
  const n = reliability.length;
  if (n === 0) return probability;
  const x = Math.max(0, Math.min(n - 1, probability * n - 0.5));
  const k = Math.min(n - 2, Math.floor(x));
  return reliability[k] + (reliability[k + 1] - reliability[k]) * (x - k);
}

/** Sorts of formulas that also occur in texts without mathematics. */
const COMMON_SORTS = new Set<number>([SORT.letter, SORT.greek, SORT.number, SORT.word]);

/** A candidate with the reranker's probability and its place in characters, `to` inclusive. */
interface Reranked {
  from: number;
  to: number;
  probability: number;
  span: CandidateSpan;
}

/**
 * Adds spans whose tokens are certainly in formulas and only the edges are uncertain: `W_Q, W_V` as
 * one formula and as two may both be improbable, although it is not prose.
 */
function addCertainSpans(chosen: readonly Reranked[], reranked: readonly Reranked[]): Reranked[] {
  const open = reranked.filter(
    ({ span, from, to }) =>
      span.weakest >= CERTAIN_TOKEN && !chosen.some((c) => c.from <= to && c.to >= from),
  );
  return [...chosen, ...chooseSpans(open, CERTAIN_SPAN_THRESHOLD)].sort((a, b) => a.from - b.from);
}

/**
 * The threshold for a text: higher if all likely candidates are of `COMMON_SORTS`, most of all in a
 * text on systems and benchmarks, whose prose has a k and an alpha as well.
 */
function chooseThreshold({ settings }: Model, reranked: readonly Reranked[]): number {
  const hasMathematics = reranked.some(
    ({ span, probability }) =>
      probability >= CERTAIN_FORMULA && !COMMON_SORTS.has(sortOf(span.captured)),
  );
  if (hasMathematics) return settings.threshold;
  return isTradeTone(reranked[0].span.tone) ? settings.tradeThreshold : settings.lonelyThreshold;
}

function restoreText(model: Model, captured: string, counter: StepCounter | undefined): Segment[] {
  if (captured === '') return [];
  const asCaptured: Segment[] = [{ text: captured }];
  if (captured.length > MAX_TEXT || hasLongParagraph(captured)) return asCaptured;
  const written = findWrittenMath(captured);
  const spans = findCandidateSpans(model, captured, counter).filter(
    ({ start, end }) => !written.some((math) => start < math.end && math.start < end),
  );
  if (spans.length === 0) return asCaptured;
  const probabilities = rerankSpans(model.reranker, captured, spans);
  const reranked = spans.map(
    (span, k): Reranked => ({
      from: span.start,
      to: span.end - 1,
      probability: probabilities[k],
      span,
    }),
  );
  const chosen = addCertainSpans(chooseSpans(reranked, chooseThreshold(model, reranked)), reranked);
  // The channel would pair a single `$` with that of a later formula: nothing is restored after it.
  const dollar = holdsLiveMarkup(captured) ? -1 : captured.indexOf('$');
  const segments: Segment[] = [];
  let at = 0;
  for (const { span, probability } of chosen) {
    if (dollar >= 0 && span.end > dollar) break;
    if (span.start > at) segments.push({ text: captured.slice(at, span.start) });
    segments.push({
      captured: span.captured,
      latex: span.latex,
      probability: calibrate(model.settings.reliability, probability * span.decoded),
    });
    at = span.end;
  }
  if (at === 0) return asCaptured;
  if (at < captured.length) segments.push({ text: captured.slice(at) });
  return roundTrips(captured, segments) ? segments : asCaptured;
}
