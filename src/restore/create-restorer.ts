import type { CandidateSpan } from './candidate-span.ts';
import type { StepCounter } from './decode-formula.ts';
import { findCandidateSpans } from './find-candidate-spans.ts';
import { type Model, readModel } from './model-format.ts';
import { rerankSpans } from './rerank-spans.ts';
import { sortOf } from './reranker-features.ts';
import { holdsLiveMarkup, roundTrips } from './round-trip.ts';
import { hasLongParagraph, type Segment } from './segments.ts';
import { chooseSpans } from './tag-tokens.ts';

/**
 * Finds the formulas of a captured abstract or title and writes the LaTeX their authors most
 * probably wrote.
 */
export interface Restorer {
  /**
   * Segments whose `text`/`captured` joined are the input to the letter; every formula is proven by
   * the channel. Same input, same output, on every machine; `counter` counts the decoder's steps.
   */
  restore(captured: string, counter?: StepCounter): Segment[];
}

/** A captured text longer than this is not an abstract: it is left as it is. */
const MAX_TEXT = 100_000;

/** Belief, of 255, from which a token is mathematics beyond doubt. */
const SURE_TOKEN = 220;
/** Belief in a formula that is enough where all of its tokens are mathematics beyond doubt. */
const SURE_PLACE_THRESHOLD = 0.15;

/**
 * A restorer from the uncompressed bytes of a model file (`model.bin.br` is brotli: the caller has
 * `node:zlib`).
 * @throws ModelError when the bytes are no model of this version
 */
export function createRestorer(bytes: Uint8Array): Restorer {
  return createModelRestorer(readModel(bytes));
}

/** As {@link createRestorer}, from a model in memory. */
function createModelRestorer(model: Model): Restorer {
  return { restore: (captured, counter) => restoreText(model, captured, counter) };
}

/** The calibrated probability for a raw belief: linear between the bins' middles. */
function calibrate(reliability: readonly number[], belief: number): number {
  const n = reliability.length;
  if (n === 0) return belief;
  const x = Math.max(0, Math.min(n - 1, belief * n - 0.5));
  const k = Math.min(n - 2, Math.floor(x));
  return reliability[k] + (reliability[k + 1] - reliability[k]) * (x - k);
}

/**
 * Whether a sort of formula (`sortOf`) shows that its author wrote mathematics: letters, Greek,
 * bare numbers and words do not.
 */
function isTelling(sort: number): boolean {
  return sort >= 2 && sort !== 8 && sort !== 9;
}

/** A candidateSpan with the judge's belief, its place in characters. */
interface Reranked {
  from: number;
  to: number;
  probability: number;
  candidateSpan: CandidateSpan;
}

/**
 * Adds the best reading of places that are mathematics beyond doubt and only their edges uncertain:
 * `W_Q, W_V` as one formula or as two may each be improbable, and still neither is prose.
 */
function addSurePlaces(chosen: readonly Reranked[], reranked: readonly Reranked[]): Reranked[] {
  const open = reranked.filter(
    (j) =>
      j.candidateSpan.weakest >= SURE_TOKEN &&
      !chosen.some((c) => c.from <= j.to && c.to >= j.from),
  );
  return [...chosen, ...chooseSpans(open, SURE_PLACE_THRESHOLD)].sort((a, b) => a.from - b.from);
}

function restoreText(model: Model, captured: string, counter: StepCounter | undefined): Segment[] {
  if (captured === '') return [];
  const asCaptured: Segment[] = [{ text: captured }];
  if (captured.length > MAX_TEXT || hasLongParagraph(captured)) return asCaptured;
  const candidateSpans = findCandidateSpans(model, captured, counter);
  if (candidateSpans.length === 0) return asCaptured;
  const { threshold, lonelyThreshold, tradeThreshold, reliability } = model.settings;
  const beliefs = rerankSpans(model.reranker, captured, candidateSpans);
  // Where nothing but bare letters, numbers and words is proposed, a second look is stricter, in a
  // text about systems and benchmarks most of all: prose has its k and its alpha too.
  const isLonely = !candidateSpans.some(
    (s, k) => beliefs[k] >= 0.8 && isTelling(sortOf(s.captured)),
  );
  const tone = candidateSpans[0].tone; // theory * 4 + trade, see noteTone
  const lonely = (tone & 3) > tone >> 2 ? tradeThreshold : lonelyThreshold;
  const reranked = candidateSpans.map(
    (candidateSpan, k): Reranked => ({
      from: candidateSpan.start,
      to: candidateSpan.end - 1,
      probability: beliefs[k],
      candidateSpan,
    }),
  );
  const chosen = addSurePlaces(chooseSpans(reranked, isLonely ? lonely : threshold), reranked);
  const isLive = holdsLiveMarkup(captured);
  // After a lone `$` the channel would pair it with a formula's own: nothing is restored there.
  const dollar = isLive ? -1 : captured.indexOf('$');
  const segments: Segment[] = [];
  let at = 0;
  for (const { candidateSpan: s, probability } of chosen) {
    if (dollar >= 0 && s.end > dollar) break;
    if (s.start > at) segments.push({ text: captured.slice(at, s.start) });
    segments.push({
      captured: s.captured,
      latex: s.latex,
      probability: calibrate(reliability, probability * s.decoded),
    });
    at = s.end;
  }
  if (at === 0) return asCaptured;
  if (at < captured.length) segments.push({ text: captured.slice(at) });
  return roundTrips(captured, segments) ? segments : asCaptured;
}
