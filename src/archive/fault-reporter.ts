import { CaptureError, type Problem } from '../capture/problem.ts';

const takeBack =
  'the ledger keeps permalinks: take the last good version back from version control.';

/** Gathers the faults of a ledger with their places in its text. */
export class FaultReporter {
  readonly #problems: Problem[] = [];
  readonly #file: string;
  /** Offsets at which the lines begin. */
  readonly #lines: number[];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#lines = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  /** @param at offset of the fault in the text */
  report(at: number, code: string, message: string, hint = takeBack): void {
    let [low, high] = [0, this.#lines.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    this.#problems.push({
      file: this.#file,
      line: low + 1,
      column: at - (this.#lines[low] ?? 0) + 1,
      code,
      message,
      hint,
    });
  }

  /** @throws {CaptureError} with all faults, if there are any */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new CaptureError(this.#problems);
  }
}
