import { StatusLine } from '../status-line.ts';

/** Shows how far a file is read, at what rate, and the time left. */
export class FileProgress {
  readonly #line: StatusLine;
  readonly #name: string;
  readonly #begin = performance.now();
  #shownAt = this.#begin;

  constructor(name: string, output: NodeJS.WriteStream = process.stderr) {
    this.#name = name;
    this.#line = new StatusLine(output);
  }

  show(readBytes: number, sizeBytes: number): void {
    const now = performance.now();
    // Small files are read before anything needs to be shown.
    if (now - this.#shownAt < 250) return;
    this.#shownAt = now;
    this.#line.show(describeProgress(this.#name, readBytes, sizeBytes, (now - this.#begin) / 1000));
  }

  clear(): void {
    this.#line.clear();
  }
}

/** `Reading a.json.gz: 12 % of 1500 MB, 84 MB/s, 16 s left` */
export function describeProgress(
  name: string,
  readBytes: number,
  sizeBytes: number,
  seconds: number,
): string {
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  const rate = readBytes / seconds;
  const left = rate > 0 ? Math.ceil((sizeBytes - readBytes) / rate) : 0;
  const percent = Math.floor((100 * readBytes) / Math.max(1, sizeBytes));
  return `Reading ${name}: ${percent} % of ${megabytes(sizeBytes)} MB, ${megabytes(rate)} MB/s, ${left} s left`;
}
