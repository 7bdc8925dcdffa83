import { channel } from './channel.ts';
import { isFormula, joinCaptured, joinRestored, type Segment } from './segments.ts';

/** Whether the channel makes of a formula the captured text that it stands for. */
export function provesFormula(captured: string, latex: string): boolean {
  return !latex.includes('$') && latex !== '' && channel(`$${latex}$`) === captured;
}

/**
 * Whether a capture still holds what the channel would change now, so that only its formulas can be
 * proven, one by one: a `\command{…}`, or a pair of dollars.
 */
export function isStillRaw(captured: string): boolean {
  return channel(captured) !== captured;
}

/**
 * Proves a restoration by running the channel forwards, and takes back what it does not prove: a
 * formula that does not come out as its captured text, and, where the formulas of a text do not come
 * out together, all of them. What is taken back is text again, marked as unproven.
 * @throws {Error} when the segments are not a division of the captured text: that is a defect
 */
export function proveSegments(captured: string, segments: readonly Segment[]): Segment[] {
  if (joinCaptured(segments) !== captured) {
    throw new Error(`Restored segments do not join to the captured text: ${captured.slice(0, 80)}`);
  }
  const takeBack = (isGood: (captured: string, latex: string) => boolean): Segment[] =>
    segments.map((s) =>
      !isFormula(s) || isGood(s.captured, s.latex) ? s : { text: s.captured, unproven: true },
    );
  const proven = takeBack(provesFormula);
  if (isStillRaw(captured) || channel(joinRestored(proven)) === captured) return proven;
  return takeBack(() => false);
}
