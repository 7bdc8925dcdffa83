/** Scores are integers, of so many steps to a natural logarithm. */
export const STEPS = 64;

/**
 * e^(1/64). The table is built from it by multiplication, which gives the same bits on every machine;
 * `Math.exp` may differ in the last one between engines.
 */
const ROOT = 1.0157477085866857;
/** Scores are clamped to ±40 natural logarithms. */
const SPAN = STEPS * 40;

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

/** e^(score / STEPS) for an integer score, clamped to ±40; the same bits on every machine. */
export function expSteps(score: number): number {
  return TABLE[score > SPAN ? 2 * SPAN : score < -SPAN ? 0 : score + SPAN];
}
