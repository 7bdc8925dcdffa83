import { Session } from 'node:inspector/promises';
import { expect } from 'vitest';

/**
 * How many steps something takes: how often each block of the project's code is run, as V8 counts it for
 * coverage, and how many characters the built-in functions of texts are given, which no such count sees.
 * Unlike time it is the same on every machine, however busy. What a regular expression does within one
 * match is not counted.
 * @param run is run once before, so that what is made only once does not count
 */
export async function countSteps(run: () => void): Promise<number> {
  run();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  let characters = 0;
  const restore = watchTexts((length) => {
    characters += length;
  });
  try {
    run();
  } finally {
    restore();
  }
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  const blocks = result
    .filter(({ url }) => /\/src\/[^?]*\.ts/.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
  return blocks.reduce((sum, { count }) => sum + count, 0) + characters;
}

/** Functions that may look at all of their text. */
const reading = [
  ...['indexOf', 'lastIndexOf', 'includes', 'split', 'replace', 'replaceAll', 'match', 'matchAll'],
  ...['search', 'normalize', 'toLowerCase', 'trim', 'slice', 'substring', 'repeat'],
] as const;

/** Tells the lengths of the texts that built-in functions are given, until what it returns is called. */
function watchTexts(tell: (length: number) => void): () => void {
  const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = reading.map((name) => [name, prototype[name]] as const);
  for (const [name, original] of originals) {
    prototype[name] = function (this: string, ...args: unknown[]) {
      const result = original?.apply(this, args);
      tell(
        typeof result === 'number' ? lengthRead(this, args, result) : lengthOf(name, this, result),
      );
      return result;
    };
  }
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // A sticky expression looks at its place only; another goes on to where it finds something.
    const end = match ? match.index + match[0].length : this.sticky ? from : text.length;
    tell(Math.max(0, end - from));
    return match;
  };
  return () => {
    for (const [name, original] of originals) if (original) prototype[name] = original;
    RegExp.prototype.exec = exec;
  };
}

/** Of a search, what lies between where it begins and what it finds. */
function lengthRead(text: string, [, from]: unknown[], found: number): number {
  const begin = typeof from === 'number' ? from : 0;
  return found < 0 ? Math.max(0, text.length - begin) : Math.abs(found - begin);
}

/** A cut is a view of its text, whatever its length (V8 copies up to twelve characters); all else reads the whole. */
function lengthOf(name: string, text: string, result: unknown): number {
  if (name === 'slice' || name === 'substring') return Math.min(12, String(result).length);
  return text.length;
}

/** Four times the input may take four times the steps, and a little for what is not of the input. */
export async function expectLinear(run: (size: number) => () => void, size: number): Promise<void> {
  const small = await countSteps(run(size));
  const large = await countSteps(run(4 * size));
  expect(small).toBeGreaterThan(size / 10);
  expect(large, `${small} steps, then ${large}`).toBeLessThan(5 * small);
}
