/**
 * e^(1/64), from which the table is built by multiplication alone: `Math.exp` may differ in the
 * last bit between engines, products never do.
 */
const ROOT = 1.0157477085866857;
const SPAN = 64 * 40;

function buildTable(): Float64Array {
  const table = new Float64Array(2 * SPAN + 1);
  let up = 1;
  for (let k = 0; k <= SPAN; k++) {
    table[SPAN + k] = up;
    table[SPAN - k] = 1 / up;
    up *= ROOT;
  }
  return table;
}
const TABLE = buildTable();

/** Scores are integers of this many steps to one natural logarithm. */
export const STEPS = 64;

/** e^(score/64) for an integer score, clamped to ±40; the same bits on every machine. */
export function expSteps(score: number): number {
  return TABLE[score > SPAN ? 2 * SPAN : score < -SPAN ? 0 : score + SPAN];
}
