import { spawnSync } from 'node:child_process';
import { UsageError } from '../../scripts/exit-on-fault.ts';

/** What a program said and how it ended. */
export interface ProgramRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program of the system to its end.
 * @param debianPackage what holds it on Debian
 * @param input what it reads from its standard input
 * @throws {UsageError} where the program is not there
 */
export function runProgram(
  program: string,
  args: readonly string[],
  debianPackage: string,
  input?: string,
): ProgramRun {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 256 * 2 ** 20,
  });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new UsageError(
      `The program ${program} is not installed. On Debian: apt-get install ${debianPackage}.`,
    );
  }
  if (error) throw error;
  return { status, stdout, stderr };
}
