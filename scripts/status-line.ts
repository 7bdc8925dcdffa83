/** A line of a terminal that is rewritten. It is not shown in CI, or if the output is not a terminal. */
export class StatusLine {
  readonly isShown: boolean;
  readonly #output: NodeJS.WriteStream;
  #isDrawn = false;

  constructor(output: NodeJS.WriteStream) {
    this.#output = output;
    this.isShown = output.isTTY === true && process.env.CI !== 'true';
  }

  /** Replaces the text of the line. */
  show(text: string): void {
    if (!this.isShown) return;
    this.#isDrawn = true;
    this.#output.write(`\r${text}\x1b[K`);
  }

  clear(): void {
    if (this.#isDrawn) this.#output.write('\r\x1b[K');
  }
}
