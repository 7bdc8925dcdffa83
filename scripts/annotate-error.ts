import { CaptureError, printable } from '../src/capture/problem.ts';

/** GitHub shows ten annotations of a step. */
const mostShown = 10;

/**
 * An error as annotations for GitHub Actions, which shows them beside the lines of the files: one for each of the
 * first ten faults in seeds, or one with the message.
 * @param explained the message that is printed of it, or the error itself
 * @returns lines to print
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotateError(explained: unknown, error: unknown): string[] {
  if (!(error instanceof CaptureError)) {
    const message = explained instanceof Error ? explained.message : explained;
    return [`::error::${escapeData(String(message))}`];
  }
  return error.problems.slice(0, mostShown).map(({ file, line, column, code, message, hint }) => {
    const properties = { file, line, col: column, title: code };
    const list = Object.entries(properties).map(
      ([name, value]) => `${name}=${escapeProperty(value)}`,
    );
    return `::error ${list.join(',')}::${escapeData(`${printable(message)}\nhint: ${printable(hint)}`)}`;
  });
}

/** Text that cannot end the command, nor begin another one. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A value that cannot end the list of properties either. */
const escapeProperty = (value: string | number): string =>
  escapeData(printable(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
