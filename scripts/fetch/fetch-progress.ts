import { count } from '../../src/capture/problem.ts';

/**
 * Prints what was fetched, and shows on a terminal how far the command is, in one line that is rewritten. That line is
 * not shown in CI and where the output is no terminal.
 */
export class FetchProgress {
  readonly #total: number;
  readonly #output: NodeJS.WriteStream;
  readonly #isShown: boolean;
  readonly #begin = performance.now();
  #line = '';

  /** @param total number of days to fetch */
  constructor(total: number, output: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#output = output;
    this.#isShown = output.isTTY === true && process.env.CI !== 'true';
  }

  /** Begins a day. @param index number of days before it */
  begin(day: string, index: number): void {
    const secondsOfOne = index === 0 ? 0 : (performance.now() - this.#begin) / 1000 / index;
    const left = Math.ceil(secondsOfOne * (this.#total - index));
    this.#line = `Fetching ${day}: ${index} of ${count(this.#total, 'day')}${left > 0 ? `, ${left} s left` : ''}`;
    this.#show();
  }

  /** Says why a request is sent again, and when. */
  wait(reason: string, waitMs: number): void {
    const seconds = Math.ceil(waitMs / 1000);
    this.#printTo(console.error, `note: ${reason}; trying again in ${seconds} s.`);
  }

  /** Prints a line above the progress. */
  print(line: string): void {
    this.#printTo(console.log, line);
  }

  /** Removes the line of the progress. */
  clear(): void {
    if (this.#isShown && this.#line !== '') this.#output.write('\r\x1b[K');
  }

  #printTo(log: (line: string) => void, line: string): void {
    this.clear();
    log(line);
    this.#show();
  }

  #show(): void {
    if (this.#isShown && this.#line !== '') this.#output.write(`\r${this.#line}\x1b[K`);
  }
}
