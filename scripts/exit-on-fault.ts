import { CaptureError, count } from '../src/capture/problem.ts';
import { annotateError } from './annotate-error.ts';
import { explainDiskFault } from './explain-disk-fault.ts';

/**
 * Runs a command. Errors that are not the program's, in seeds, on the disk or in the arguments, are printed without
 * a stack. After any error the process ends with exit code 1.
 * @param consequence what did not happen because of faults in seeds
 */
export async function exitOnFault<T>(
  command: () => Promise<T>,
  consequence = 'nothing was built or changed',
): Promise<T> {
  // Astro also writes its cache in the background, where errors have no other handler.
  process.on('unhandledRejection', (error) => {
    report(error, consequence);
    process.exit(1);
  });
  // The reader of a pipe may end before the command, as `head` does: the rest of the output is dropped.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    return await command();
  } catch (error) {
    report(error, consequence);
    process.exit(1);
  }
}

function report(error: unknown, consequence: string): void {
  const isExpected = error instanceof CaptureError || error instanceof UsageError;
  const explained =
    explainDiskFault(error) ?? explainMissingModule(error) ?? (isExpected ? error.message : error);
  console.error(explained);
  if (error instanceof CaptureError)
    console.error(`\n${count(error.problems.length, 'fault')}; ${consequence}.`);
  if (process.env.GITHUB_ACTIONS === 'true')
    for (const line of annotateError(explained, error)) console.error(line);
}

/** What to say if a file of an installed package is missing; undefined for any other error. */
export function explainMissingModule(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return undefined;
  if (!/node_modules/.test(message)) return undefined;
  const [line] = message.split('\n');
  return `The installed packages are incomplete: ${line}.\n  hint: delete node_modules and run the command again.`;
}

/** A command was called with wrong arguments or settings; the message says how to call it. */
export class UsageError extends Error {}
