import { LABELS } from '../../src/restore/tag-tokens.ts';

/**
 * The backward pass after `runForward`, with the same arrays: five values a token, one for each label.
 * @param beta gets the backward probabilities, scaled so that `alpha × beta` is that of a label
 * @param transitionCounts expected number of each transition is added to it: 25 values, row by row
 * @returns the share of the sequences that may end as they do: the last scale
 */
export function runBackward(
  n: number,
  psi: Float64Array,
  T: Float64Array,
  alpha: Float64Array,
  scales: Float64Array,
  beta: Float64Array,
  transitionCounts: Float64Array,
): number {
  const last = (n - 1) * 5;
  let end = 0;
  for (let y = 0; y < LABELS; y++) {
    beta[last + y] = y === 0 || y >= 3 ? 1 : 0;
    end += alpha[last + y] * beta[last + y];
  }
  for (let y = 0; y < LABELS; y++) beta[last + y] /= end;
  for (let i = n - 2; i >= 0; i--) {
    const p = i * 5;
    const z = scales[i + 1];
    for (let x = 0; x < LABELS; x++) {
      let b = 0;
      for (let y = 0; y < LABELS; y++) {
        const e = (T[x * 5 + y] * psi[p + 5 + y] * beta[p + 5 + y]) / z;
        b += e;
        transitionCounts[x * 5 + y] += alpha[p + x] * e;
      }
      beta[p + x] = b;
    }
  }
  return end;
}
