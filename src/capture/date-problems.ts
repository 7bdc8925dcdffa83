import type { NameDate } from './parse-date.ts';
import { type CaptureProblem, quote, WHOLE_FILE } from './problem.ts';
import { baseName } from './seed-name.ts';
import type { CaptureParts } from './split-header.ts';

/** What is wrong with the date line and the date in the file's name, or that there is neither. */
export function findDateProblems(
  file: string,
  { date, body }: CaptureParts,
  nameDate: NameDate | undefined,
): CaptureProblem[] {
  const problems: CaptureProblem[] = [];
  if (nameDate?.isImpossible) {
    problems.push({
      file,
      ...WHOLE_FILE,
      code: 'date/impossible',
      message: `The file's name begins with "${nameDate.iso}", a day that does not exist.`,
      hint: `rename "${baseName(file)}" so that it begins with the right day, as in 2025-03-11.txt.`,
    });
  }
  if (date?.day.isImpossible) {
    problems.push({
      file,
      line: date.line.line,
      column: date.line.column,
      code: 'date/impossible',
      message: `${quote(date.line.text)} is a day that does not exist.`,
      hint: 'correct the date line to the day that the page shows, as in "Mar 11".',
    });
  }
  if (!date && !nameDate) {
    const [first] = body;
    const found = first ? `; the first line after the header is ${quote(first.text)}` : '';
    problems.push({
      file,
      ...WHOLE_FILE,
      code: 'date/missing',
      message: `The capture has no date line${found}.`,
      hint: 'write the day on a line of its own above the first title, as in "Mar 11", or begin the file\'s name with it, as in 2025-03-11.txt.',
    });
  }
  return problems;
}
