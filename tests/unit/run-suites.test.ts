import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countChecks, countTests, type RunCommand, runSuites } from '../run-suites.ts';

let folder: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-suites-'));
  lines = [];
  vi.spyOn(console, 'log').mockImplementation(
    (line) => void lines.push(...String(line).split('\n')),
  );
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(String(line)));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = undefined;
});

describe('suites', () => {
  test('are all run, whatever the result of those before, and the last line counts all', async () => {
    const broken = () => {
      throw new Error('there is no browser');
    };
    await runSuites([
      [{ name: 'one', run: () => ({ passed: 2, failed: 1 }) }],
      [{ name: 'two', run: broken }],
      [
        { name: 'three', run: async () => ({ passed: 5, failed: 0 }) },
        { name: 'four', run: () => ({ passed: 0, failed: 0 }) },
      ],
    ]);
    expect(lines.at(-1)).toBe('7 passed, 2 failed');
    expect(lines).toContain('there is no browser');
    expect(lines).toContainEqual(expect.stringMatching(/^✗ one: 2 passed, 1 failed, \d+\.\d s$/));
    expect(lines).toContainEqual(expect.stringMatching(/^✓ three: 5 passed, 0 failed, \d+\.\d s$/));
    expect(process.exitCode).toBe(1);
  });

  test('that run at the same time print what their commands say when they have ended', async () => {
    const script = join(folder, 'say.mjs');
    writeFileSync(script, 'console.log(process.argv[2], process.env.WORD); process.exitCode = 3;');
    const statuses: (number | null)[] = [];
    const suite = (name: string) => ({
      name,
      run: async (run: RunCommand) => {
        statuses.push((await run(script, [name], { WORD: 'said' })).status);
        return { passed: 1, failed: 0 };
      },
    });
    await runSuites([[suite('a'), suite('b')]]);
    expect(statuses).toEqual([3, 3]);
    for (const name of ['a', 'b'])
      expect(lines[lines.indexOf(`── ${name}`) + 1]).toBe(`${name} said`);
    expect(process.exitCode).toBeUndefined();
  });
});

describe('the counts of Vitest', () => {
  const count = (report: string | undefined, status: number) => {
    const file = join(folder, 'report.json');
    if (report !== undefined) writeFileSync(file, report);
    return countTests(file, status);
  };
  test('are those of its report', () => {
    expect(count('{"numPassedTests":3,"numFailedTests":2}', 1)).toEqual({ passed: 3, failed: 2 });
  });
  test('have a failure where the run failed outside of a test, or left no report', () => {
    expect(count('{"numPassedTests":3,"numFailedTests":0}', 1)).toEqual({ passed: 3, failed: 1 });
    expect(countTests(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
  });
});

test('the counts of checks are in their last line', () => {
  expect(
    countChecks({ status: 1, output: 'x\n\u001B[31m26 passed, 1 failed\u001B[39m\n' }),
  ).toEqual({
    passed: 26,
    failed: 1,
  });
  expect(countChecks({ status: 1, output: 'nothing was checked' })).toEqual({
    passed: 0,
    failed: 1,
  });
});
