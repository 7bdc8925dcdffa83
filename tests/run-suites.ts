import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How many tests of a suite passed and failed. */
export interface Outcome {
  passed: number;
  failed: number;
}

/** How a command ended. */
export interface CommandResult {
  status: number | null;
  /** What it wrote to standard output and standard error. */
  output: string;
}

/** Runs a JavaScript file by this Node.js. */
export type RunCommand = (
  file: string,
  args?: readonly string[],
  env?: Readonly<Record<string, string>>,
) => Promise<CommandResult>;

export interface Suite {
  name: string;
  run(command: RunCommand): Promise<Outcome> | Outcome;
}

/**
 * Runs all suites, whatever the result of those before. The suites of one stage run at the same time, and the
 * output of each is printed when it has ended; a suite that is alone in its stage prints as it runs.
 * The last line that is printed is `N passed, N failed` over all; the process fails if one has failed.
 */
export async function runSuites(stages: readonly (readonly Suite[])[]): Promise<void> {
  const total: Outcome = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const stage of stages) {
    const isLive = stage.length === 1;
    await Promise.all(
      stage.map(async ({ name, run }) => {
        if (isLive) console.log(`\n── ${name}`);
        const outputs: string[] = [];
        const start = performance.now();
        const { passed, failed } = await runSafely(() =>
          run(async (...command) => {
            const result = await runCommand(isLive, ...command);
            outputs.push(result.output);
            return result;
          }),
        );
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        if (!isLive) console.log(`\n── ${name}\n${outputs.join('')}`.trimEnd());
        lines.push(
          `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`,
        );
        total.passed += passed;
        total.failed += failed;
      }),
    );
  }
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}

/** A suite that cannot be run at all has failed, and prints the reason; the others are run. */
async function runSafely(run: () => Promise<Outcome> | Outcome): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    console.error((error as Error).message);
    return asOne(false);
  }
}

function runCommand(
  isLive: boolean,
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const)
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (isLive) target.write(text);
      });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** A suite that counts as one test. */
export function asOne(isGood: boolean): Outcome {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The counts in a report of Vitest's JSON reporter. A run that ended before it wrote one has failed.
 * @param status with which Vitest ended
 */
export function countTests(file: string, status: number | null): Outcome {
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    // A file that could not be loaded, or an error outside a test, fails the run without a failed test.
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
  } catch {
    return asOne(false);
  }
}

/** The counts in the last line of the checks of a site. */
export function countChecks({ status, output }: CommandResult): Outcome {
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(stripVTControlCharacters(output));
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : asOne(status === 0);
}
