import { count } from '../../src/capture/problem.ts';
import { StatusLine } from '../status-line.ts';

/**
 * Prints what was fetched, and shows the progress in a `StatusLine`.
 */
export class FetchProgress {
  readonly #total: number;
  readonly #noun: string;
  readonly #line: StatusLine;
  readonly #begin = performance.now();
  #text = '';

  /**
   * @param total number of requests
   * @param noun what each is for: `day`
   */
  constructor(total: number, noun: string, output: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#noun = noun;
    this.#line = new StatusLine(output);
  }

  /** Begins a request. @param index number of requests before it */
  begin(what: string, index: number): void {
    const secondsOfOne = index === 0 ? 0 : (performance.now() - this.#begin) / 1000 / index;
    const left = Math.ceil(secondsOfOne * (this.#total - index));
    this.#text = `Fetching ${what}: ${index} of ${count(this.#total, this.#noun)}${left > 0 ? `, ${left} s left` : ''}`;
    this.#line.show(this.#text);
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
    this.#line.clear();
  }

  #printTo(log: (line: string) => void, line: string): void {
    this.clear();
    log(line);
    if (this.#text !== '') this.#line.show(this.#text);
  }
}
