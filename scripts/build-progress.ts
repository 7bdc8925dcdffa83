import { StatusLine } from './status-line.ts';

/** The stages of a build, in order. Records are made during bundling, and the search index while pages are rendered. */
const stages = {
  reading: 'Reading the seeds',
  records: 'Making records',
  bundling: 'Bundling the code',
  reusing: 'Reusing unchanged files',
  pages: 'Rendering pages',
  search: 'Indexing papers',
  packs: 'Packing for offline',
  finishing: 'Moving the site into place',
} as const;

export type Stage = keyof typeof stages;

/** Nothing is shown before this time. */
const quietMs = 2_000;
/** Minimum time between two updates of the line. */
const intervalMs = 100;

/**
 * Shows the progress of a build in one line of a terminal, and measures how long each stage takes. Shows nothing in CI,
 * or if the output is not a terminal.
 */
export class BuildProgress {
  readonly #line: StatusLine;
  readonly #begin = performance.now();
  readonly #seconds = new Map<Stage, number>();
  readonly #begun = new Map<Stage, number>();
  #stage: Stage = 'reading';
  #done = 0;
  #total = 0;
  #shownAt = 0;

  constructor(output: NodeJS.WriteStream = process.stderr) {
    this.#line = new StatusLine(output);
  }

  /**
   * Begins a stage.
   * @param total number of its papers or pages; without it, a stage that has one stays visible
   */
  begin(stage: Stage, total?: number): void {
    this.#begun.set(stage, performance.now());
    if (total === undefined && this.#done < this.#total) return;
    this.#stage = stage;
    this.#done = 0;
    this.#total = total ?? 0;
    this.#show(true);
  }

  /** Counts papers or pages of the visible stage as done. */
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

  /** Clears the line. */
  clear(): void {
    this.#line.clear();
  }

  /** Seconds since the build began. */
  get seconds(): number {
    return (performance.now() - this.#begin) / 1000;
  }

  /** Duration of each stage that has ended, in seconds, in order. */
  get stages(): ReadonlyMap<Stage, number> {
    return this.#seconds;
  }

  #show(isNew: boolean): void {
    const now = performance.now();
    if (!this.#line.isShown || now - this.#begin < quietMs) return;
    if (!isNew && now - this.#shownAt < intervalMs) return;
    this.#shownAt = now;
    this.#line.show(this.#describe(now));
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
