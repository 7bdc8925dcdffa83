import type { NameDate } from './parse-date.ts';
import { type Problem, problemOfFile, quote } from './problem.ts';
import { baseName } from './seed-name.ts';
import type { CaptureParts } from './split-header.ts';

/**
 * Finds what is wrong with the date line and the date in the file's name, or that both are missing.
 * @param isOfPapers false if the rest does not read as papers either: then no hint says how to give it a day
 */
export function findDateProblems(
  file: string,
  { date, body: [first] }: CaptureParts,
  nameDate: NameDate | undefined,
  isOfPapers: boolean,
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
    problems.push(
      isOfPapers
        ? problemOfFile(
            file,
            'date/missing',
            `The capture has no date line${found}.`,
            'write the day on a line of its own above the first title, as in "Mar 11", or begin the file\'s name with it, as in 2025-03-11.txt.',
          )
        : problemOfFile(
            file,
            'file/not-a-capture',
            `This is not a page of papers: it has no date line, and its texts do not read as titles and abstracts${found}.`,
            'save the page of the day with Ctrl+S (HTML), or run npm run seeds:fetch.',
          ),
    );
  }
  return problems;
}
