import type { NameDate } from './parse-date.ts';
import { type Problem, problemOfFile, quote } from './problem.ts';
import { baseName } from './seed-name.ts';
import type { CaptureParts } from './split-header.ts';

/** Finds what is wrong with the date line and the date in the file's name, or that both are missing. */
export function findDateProblems(
  file: string,
  { date, body: [first] }: CaptureParts,
  nameDate: NameDate | undefined,
): Problem[] {
  const problems: Problem[] = [];
  if (nameDate?.isImpossible) {
    const message = `The file's name begins with "${nameDate.iso}", a day that does not exist.`;
    const hint = `rename "${baseName(file)}" so that it begins with the right day, as in 2025-03-11.txt.`;
    problems.push(problemOfFile(file, 'date/impossible', message, hint));
  }
  if (date?.day.isImpossible) {
    const { line, column, text } = date.line;
    const message = `${quote(text)} is a day that does not exist.`;
    const hint = 'correct the date line to the day that the page shows, as in "Mar 11".';
    problems.push({ file, line, column, code: 'date/impossible', message, hint });
  }
  if (!date && !nameDate) {
    const found = first ? `; the first line after the header is ${quote(first.text)}` : '';
    const message = `The capture has no date line${found}.`;
    const hint =
      'write the day on a line of its own above the first title, as in "Mar 11", or begin the file\'s name with it, as in 2025-03-11.txt.';
    problems.push(problemOfFile(file, 'date/missing', message, hint));
  }
  return problems;
}
