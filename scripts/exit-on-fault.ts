import { CaptureError } from '../src/capture/problem.ts';

/**
 * Runs a command; a fault of a seed is printed with its place and without a stack, since the fault is
 * in the file. Either way the process ends with exit code 1.
 */
export async function exitOnFault(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isExpected = error instanceof CaptureError || error instanceof UsageError;
    console.error(isExpected ? error.message : error);
    if (error instanceof CaptureError) {
      const { length } = error.problems;
      console.error(
        `\n${length} ${length === 1 ? 'fault' : 'faults'} in seeds/; nothing was built or changed.`,
      );
    }
    process.exit(1);
  }
}

/** A command called in a way that it does not know; the message says how it is called. */
export class UsageError extends Error {}
