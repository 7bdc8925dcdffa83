/** The stages of a build, in their order; records are made beside bundling, and the search index beside pages. */
const stages = {
  reading: 'Reading the seeds',
  records: 'Making records',
  bundling: 'Bundling the code',
  reusing: 'Taking over what has not changed',
  pages: 'Rendering pages',
  search: 'Indexing papers',
  packs: 'Packing for offline',
  finishing: 'Putting the site in its place',
} as const;

export type Stage = keyof typeof stages;

/** Nothing is shown of a build that is done sooner. */
const quietMs = 2_000;
/** The line is rewritten this often at the most. */
const intervalMs = 100;

/**
 * Shows on a terminal how far a build is, in one line that is rewritten, and notes how long each stage takes.
 * Quiet in CI and where the output is no terminal.
 */
export class BuildProgress {
  readonly #output: NodeJS.WriteStream;
  readonly #isShown: boolean;
  readonly #begin = performance.now();
  readonly #seconds = new Map<Stage, number>();
  readonly #begun = new Map<Stage, number>();
  #stage: Stage = 'reading';
  #done = 0;
  #total = 0;
  #shownAt = 0;

  constructor(output: NodeJS.WriteStream = process.stderr) {
    this.#output = output;
    this.#isShown = output.isTTY === true && process.env.CI !== 'true';
  }

  /**
   * Begins a stage.
   * @param total how many papers or pages it has; without it, a stage that has goes on being shown
   */
  begin(stage: Stage, total?: number): void {
    this.#begun.set(stage, performance.now());
    if (total === undefined && this.#done < this.#total) return;
    this.#stage = stage;
    this.#done = 0;
    this.#total = total ?? 0;
    this.#show(true);
  }

  /** Notes that papers or pages of the stage shown are done. */
  advance(count = 1): void {
    this.#done += count;
    this.#show(false);
  }

  /** Ends a stage. */
  end(stage: Stage): void {
    const begin = this.#begun.get(stage);
    if (begin !== undefined) this.#seconds.set(stage, (performance.now() - begin) / 1000);
  }

  /** Prints a line above the progress. */
  print(line: string): void {
    this.clear();
    console.log(line);
  }

  /** Clears the line of the progress away. */
  clear(): void {
    if (this.#isShown && this.#shownAt > 0) this.#output.write('\r\x1b[K');
  }

  /** Seconds since the build began. */
  get seconds(): number {
    return (performance.now() - this.#begin) / 1000;
  }

  /** Seconds of each stage that has ended, in order. */
  get stages(): ReadonlyMap<Stage, number> {
    return this.#seconds;
  }

  #show(isNew: boolean): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#begin < quietMs) return;
    if (!isNew && now - this.#shownAt < intervalMs) return;
    this.#shownAt = now;
    this.#output.write(`\r${this.#describe(now)}\x1b[K`);
  }

  #describe(now: number): string {
    const what = stages[this.#stage];
    if (this.#total === 0) return `${what} …`;
    const elapsed = (now - (this.#begun.get(this.#stage) ?? now)) / 1000;
    const left = this.#done === 0 ? undefined : (elapsed * (this.#total - this.#done)) / this.#done;
    const time = left === undefined ? '' : `, ${Math.ceil(left)} s left`;
    return `${what}: ${this.#done} of ${this.#total}${time}`;
  }
}
