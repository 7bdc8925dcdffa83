import { channel } from './channel.ts';
import { isFormula, joinCaptured, joinRestored, type Segment } from './segments.ts';

/** Whether the channel makes of a formula exactly the captured text that it stands for. */
export function formulaRoundTrips(captured: string, latex: string): boolean {
  return !latex.includes('$') && latex !== '' && channel(`$${latex}$`) === captured;
}

/**
 * Whether a capture still holds what the channel would change now (a `\command{…}`, or a pair of
 * dollars), so that its formulas can only be proven one by one.
 */
export function holdsLiveMarkup(captured: string): boolean {
  return channel(captured) !== captured;
}

/**
 * Whether segments restore a captured text: no letter lost, every formula proven by the channel
 * and,
 * unless the capture holds live markup, the whole proven too.
 */
export function roundTrips(captured: string, segments: readonly Segment[]): boolean {
  if (joinCaptured(segments) !== captured) return false;
  if (!segments.every((s) => !isFormula(s) || formulaRoundTrips(s.captured, s.latex))) return false;
  return holdsLiveMarkup(captured) || channel(joinRestored(segments)) === captured;
}

/**
 * Proves a restoration, and takes back what is not proven: a formula that does not come out of the
 * channel as its captured text and, where the formulas of a text do not come out together, all of
 * them. What is taken back is text again, marked as unproven.
 * @throws {Error} when the segments are no division of the captured text: that is a defect
 */
export function keepRoundTripping(captured: string, segments: readonly Segment[]): Segment[] {
  if (joinCaptured(segments) !== captured) {
    throw new Error(`Segments do not join to the captured text: ${captured.slice(0, 80)}`);
  }
  const keep = (isGood: (captured: string, latex: string) => boolean): Segment[] =>
    segments.map((s) =>
      !isFormula(s) || isGood(s.captured, s.latex) ? s : { text: s.captured, unproven: true },
    );
  const proven = keep(formulaRoundTrips);
  return roundTrips(captured, proven) ? proven : keep(() => false);
}
