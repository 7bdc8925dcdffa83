import { CaptureError, count } from '../src/capture/problem.ts';

/**
 * Runs a command; a fault of a seed is printed with its place and without a stack, since the fault is
 * in the file. Either way the process ends with exit code 1.
 * @param consequence what did not happen because of the faults
 */
export async function exitOnFault(
  command: () => Promise<void>,
  consequence = 'nothing was built or changed',
): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isExpected = error instanceof CaptureError || error instanceof UsageError;
    console.error(isExpected ? error.message : error);
    if (error instanceof CaptureError)
      console.error(`\n${count(error.problems.length, 'fault')}; ${consequence}.`);
    process.exit(1);
  }
}

/** A command called in a way that it does not know; the message says how it is called. */
export class UsageError extends Error {}
