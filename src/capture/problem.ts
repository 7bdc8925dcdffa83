/** A place in a file: line and column from 1, the column in UTF-16 units as editors count. */
export interface Position {
  line: number;
  column: number;
}

/** One fault of a file in `seeds/`, with its place; 1:1 if it is one of the whole file. */
export interface Problem extends Position {
  /** The file's name for people, e.g. `seeds/2025-03-11.txt`. */
  file: string;
  /** The kind of fault: `entry/no-abstract`. */
  code: string;
  /** What is wrong: a sentence. */
  message: string;
  /** How to fix it. */
  hint: string;
}

/** The place of a fault of the whole file. */
export const WHOLE_FILE: Position = { line: 1, column: 1 };

/** A fault of a whole file. */
export const problemOfFile = (
  file: string,
  code: string,
  message: string,
  hint: string,
): Problem => ({ file, ...WHOLE_FILE, code, message, hint });

/**
 * The two lines in which people read a problem.
 *
 *     seeds/a.txt:14:1  entry/no-abstract  The title "Light Bridge" has no abstract after it.
 *       hint: an abstract is the next block after a blank line; the file ends here.
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, code, message, hint } = problem;
  return `${printable(file)}:${line}:${column}  ${code}  ${printable(message)}\n  hint: ${printable(hint)}`;
}

/** Control characters, and those that change the direction of what follows. */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Escapes control characters for a terminal: `\u{1b}` in place of an escape character. */
export const printable = (text: string): string =>
  text.replace(unprintable, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);

/** Maximum number of faults or notes that are printed; the rest is counted. */
const mostPrinted = 20;

/** The first messages and a count of the rest. @param what name of the rest: `more notes` */
export const firstOf = (lines: readonly string[], what: string, most = mostPrinted): string[] =>
  lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most), `and ${lines.length - most} ${what}`];

/** A text in quotation marks for a message, cut after 60 characters: `"Light Bridge"`. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 200)];
  const isLong = characters.length > 60;
  return `"${isLong ? `${characters.slice(0, 60).join('').trimEnd()}…` : text}"`;
}

/** A number with its noun: `1 entry`, `2 entries`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A word of a command as a shell takes it, in quotation marks where it needs them: `'a b.txt'`. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** All problems found in seeds; the message has the first of them, formatted, and a count. */
export class CaptureError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const formatted = problems.slice(0, mostPrinted).map(formatProblem);
    const more = problems.length - formatted.length;
    super([...formatted, ...(more > 0 ? [`… and ${count(more, 'more fault')}`] : [])].join('\n'));
    this.name = 'CaptureError';
    this.problems = problems;
  }
}
