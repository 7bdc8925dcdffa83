import { CaptureError, count } from '../src/capture/problem.ts';
import { explainDiskFault } from './explain-disk-fault.ts';

/**
 * Runs a command; a fault of a seed or of the disk is printed with its place and without a stack, since
 * the fault is not in the program. Either way the process ends with exit code 1.
 * @param consequence what did not happen because of the faults
 */
export async function exitOnFault<T>(
  command: () => Promise<T>,
  consequence = 'nothing was built or changed',
): Promise<T> {
  // Astro writes its cache in the background too: what fails there reaches nobody else.
  process.on('unhandledRejection', (error) => {
    report(error, consequence);
    process.exit(1);
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
  console.error(
    explainDiskFault(error) ?? explainMissingModule(error) ?? (isExpected ? error.message : error),
  );
  if (error instanceof CaptureError)
    console.error(`\n${count(error.problems.length, 'fault')}; ${consequence}.`);
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

/** A command called in a way that it does not know; the message says how it is called. */
export class UsageError extends Error {}
