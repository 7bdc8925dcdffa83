import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binFile } from '../scripts/bin-file.mjs';
import { exitOnFault } from '../scripts/exit-on-fault.ts';
import { ensureBrowser } from '../scripts/find-browser.ts';
import { auditPackages } from './audit.ts';

/** What a suite came to. */
interface Outcome {
  passed: number;
  failed: number;
}

/**
 * `npm test`: format, lint, types, advisories about packages, unit tests, builds and their checks, browser tests. Every suite
 * runs, whatever became of those before; the last line is `N passed, N failed` over all.
 */
await exitOnFault(async () => {
  const work = mkdtempSync(join(tmpdir(), 'dayleaf-test-'));
  const atRoot = {
    DAYLEAF_OUT: join(work, 'root'),
    DAYLEAF_CACHE: join(work, 'cache'),
    CI: 'true',
    SITE_URL: '',
  };
  const underPath = {
    ...atRoot,
    DAYLEAF_OUT: join(work, 'path'),
    SITE_URL: 'https://example.org/archive/',
  };
  const vitest = (project: string, env: Record<string, string> = {}): Outcome => {
    const file = join(work, `${project}.json`);
    const args = [
      '--config',
      'tests/vitest.config.ts',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const { status } = run('vitest', ['run', ...args], {
      TEST_SITE: atRoot.DAYLEAF_OUT,
      TEST_SITE_UNDER_PATH: underPath.DAYLEAF_OUT,
      ...env,
    });
    return countTests(file, status);
  };

  try {
    const suites: [name: string, run: () => Outcome][] = [
      [
        'format',
        () =>
          asOne(
            run('biome', ['format', '.']).status === 0 &&
              run('prettier', ['--check', '--log-level=warn', 'src/**/*.astro']).status === 0,
          ),
      ],
      ['lint', () => asOne(run('biome', ['lint', '--error-on-warnings', '.']).status === 0)],
      ['types', () => asOne(run('astro', ['check', '--minimumFailingSeverity=hint']).status === 0)],
      ['packages', audit],
      ['unit tests', () => vitest('unit')],
      ['the site at a root', () => asOne(run('node', ['scripts/build.ts'], atRoot).status === 0)],
      ['checks of it', () => countChecks(run('node', ['tests/check-site.ts'], atRoot, true))],
      [
        'the site under a path',
        () => asOne(run('node', ['scripts/build.ts'], underPath).status === 0),
      ],
      ['checks of it', () => countChecks(run('node', ['tests/check-site.ts'], underPath, true))],
      ['build tests', () => vitest('build')],
      ['browser tests', () => vitest('e2e', { CHROME_PATH: ensureBrowser() })],
    ];
    const total: Outcome = { passed: 0, failed: 0 };
    const failures: string[] = [];
    for (const [name, suite] of suites) {
      console.log(`\n── ${name}`);
      const { passed, failed } = runSuite(suite);
      total.passed += passed;
      total.failed += failed;
      if (failed > 0) failures.push(name);
    }
    if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}.`);
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    if (total.failed > 0) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** Runs `node` with a script, or the program of a package; its output is shown as it comes, or at its end where it is to be read too. */
function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  isRead = false,
): { status: number | null; output: string } {
  const entry = command === 'node' ? [] : [binFile(command)];
  const { status, stdout } = spawnSync(process.execPath, [...entry, ...args], {
    stdio: ['ignore', isRead ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, ...env },
  });
  if (isRead) process.stdout.write(stdout ?? '');
  return { status, output: stdout ?? '' };
}

/** A suite that cannot be run at all has failed, and says why in a line; the others are run. */
function runSuite(suite: () => Outcome): Outcome {
  try {
    return suite();
  } catch (error) {
    console.error((error as Error).message);
    return asOne(false);
  }
}

/** Fails on known advisories; counts for nothing where the registry says nothing about any. */
function audit(): Outcome {
  const { isGood, isAnswered, summary } = auditPackages();
  console.log(summary);
  return isAnswered ? asOne(isGood) : { passed: 0, failed: 0 };
}

/** A suite that counts as one test. */
function asOne(isGood: boolean): Outcome {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The counts of a run of Vitest; a run that broke off before it could count has failed. */
function countTests(file: string, status: number | null): Outcome {
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    // A file that could not be loaded, or an error outside a test, fails the run without a failed test.
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The counts in the last line of the checks of a site. */
function countChecks({ status, output }: { status: number | null; output: string }): Outcome {
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(output);
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : asOne(status === 0);
}
