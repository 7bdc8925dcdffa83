import { channel } from './channel.ts';
import { isFormula, joinCaptured, joinRestored, type Segment } from './segments.ts';

/**
 * Whether the channel turns `$latex$` into exactly the captured text. This shows that a formula could
 * have been there, not that it is the one the authors wrote.
 */
export function formulaRoundTrips(captured: string, latex: string): boolean {
  return !latex.includes('$') && latex !== '' && channel(`$${latex}$`) === captured;
}

/**
 * Whether the channel would change a capture again, as it contains a `\command{…}` or a pair of
 * dollars. Then only its formulas one by one can be checked, and not the whole text.
 */
export function holdsLiveMarkup(captured: string): boolean {
  return channel(captured) !== captured;
}

/**
 * Whether segments pass the round-trip check: they join to the captured text, the channel turns every
 * formula into its captured text and, unless the capture holds live markup, the restored text into
 * the captured one.
 */
export function roundTrips(captured: string, segments: readonly Segment[]): boolean {
  if (joinCaptured(segments) !== captured) return false;
  if (!segments.every((s) => !isFormula(s) || formulaRoundTrips(s.captured, s.latex))) return false;
  return holdsLiveMarkup(captured) || channel(joinRestored(segments)) === captured;
}

/**
 * Segments that pass the round-trip check: formulas that fail it become text again, with `unproven`
 * set, and so do all of them if the text as a whole fails.
 * @throws {Error} when the segments do not join to the captured text, which is a defect
 */
export function keepRoundTripping(captured: string, segments: readonly Segment[]): Segment[] {
  if (joinCaptured(segments) !== captured) {
    throw new Error(`Segments do not join to the captured text: ${captured.slice(0, 80)}`);
  }
  const keep = (isGood: (captured: string, latex: string) => boolean): Segment[] =>
    segments.map((s) =>
      !isFormula(s) || isGood(s.captured, s.latex) ? s : { text: s.captured, unproven: true },
    );
  const checked = keep(formulaRoundTrips);
  return roundTrips(captured, checked) ? checked : keep(() => false);
}
