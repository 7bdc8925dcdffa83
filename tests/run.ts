import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binFile } from '../scripts/bin-file.mjs';
import { exitOnFault, UsageError } from '../scripts/exit-on-fault.ts';
import { ensureBrowser } from '../scripts/find-browser.ts';
import { auditPackages } from './audit.ts';
import {
  asOne,
  countChecks,
  countTests,
  type Outcome,
  runSuites,
  type Suite,
} from './run-suites.ts';

/** The stages of each tier; the suites of a stage run at the same time. */
function makeTiers(work: string): Record<string, Suite[][]> {
  const [atRoot, underPath] = [join(work, 'root'), join(work, 'path')];
  const build = (name: string, folder: string, address: string): Suite => ({
    name,
    run: async (run) =>
      asOne((await run('scripts/build.ts', [], siteEnv(folder, address))).status === 0),
  });
  const check = (name: string, folder: string, address: string): Suite => ({
    name: `checks of ${name}`,
    run: async (run) => countChecks(await run('tests/check-site.ts', [], siteEnv(folder, address))),
  });
  const siteEnv = (folder: string, address: string) => ({
    DAYLEAF_OUT: folder,
    DAYLEAF_CACHE: join(work, 'cache'),
    CI: 'true',
    SITE_URL: address,
  });
  const vitest = (
    name: string,
    projects: readonly string[],
    env = (): Record<string, string> => ({}),
  ): Suite => ({
    name,
    run: async (run) => {
      const file = join(work, `${projects.join('-')}.json`);
      const chosen = projects.flatMap((project) => ['--project', project]);
      const args = ['run', '--config', 'tests/vitest.config.ts', ...chosen];
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const { status } = await run(binFile('vitest'), [...args, ...reporters], env());
      return countTests(file, status);
    },
  });
  const sites = (): [string, string, string][] => [
    ['the site at a root', atRoot, ''],
    ['the site under a path', underPath, 'https://example.org/archive/'],
  ];
  const builds = sites().map((site) => [build(...site)]);
  const checks = sites().map((site) => check(...site));
  const unitTests = vitest('unit tests', ['unit']);
  // In one run, so that no core is idle at the end of the first of them.
  const siteTests = vitest('build and browser tests', ['build', 'e2e'], () => ({
    TEST_SITE: atRoot,
    TEST_SITE_UNDER_PATH: underPath,
    TEST_CACHE: join(work, 'cache'),
    CHROME_PATH: ensureBrowser(),
  }));
  return {
    fast: [[format, scriptTypes, unitTests]],
    usual: [[format, types, packages, unitTests], ...builds, checks, [siteTests]],
    long: [
      [unitTests],
      [vitest('growth of the work with the length of texts', ['long'])],
      ...builds,
      [siteTests],
    ],
  };
}

const format: Suite = {
  name: 'format and lint',
  run: async (run) => {
    const biome = await run(binFile('biome'), ['check', '--error-on-warnings', '.']);
    const prettier = ['--check', '--log-level=warn', 'src/**/*.astro'];
    const { status } = await run(binFile('prettier'), prettier);
    return asOne(biome.status === 0 && status === 0);
  },
};

/** The types of `.ts` and `.astro` files. */
const types: Suite = {
  name: 'types',
  run: async (run) => {
    const args = ['check', '--minimumFailingSeverity=hint'];
    return asOne((await run(binFile('astro'), args)).status === 0);
  },
};

/** The types of `.ts` files alone: only what has changed since the last run, and what depends on it, is checked. */
const scriptTypes: Suite = {
  name: 'types of .ts files',
  run: async (run) => {
    if (!existsSync('.astro/types.d.ts')) await run(binFile('astro'), ['sync']);
    const kept = 'node_modules/.cache/types.tsbuildinfo';
    const args = ['--noEmit', '--incremental', '--tsBuildInfoFile', kept, '-p', 'tsconfig.json'];
    return asOne((await run(binFile('tsc'), args)).status === 0);
  },
};

/** Fails on known advisories; counts for nothing where the registry does not answer. */
const packages: Suite = {
  name: 'packages',
  run: async (): Promise<Outcome> => {
    const { isGood, isAnswered, summary } = await auditPackages();
    console.log(summary);
    return isAnswered ? asOne(isGood) : { passed: 0, failed: 0 };
  },
};

/** Edits and moments of kills are others in each run of the long tier; `DAYLEAF_EDITS_SEED` repeats a run. */
function startLongTier(): void {
  const seed = process.env.DAYLEAF_EDITS_SEED ?? String(Math.floor(Math.random() * 2 ** 32));
  console.log(`Edits and moments are drawn from DAYLEAF_EDITS_SEED=${seed}.`);
  Object.assign(process.env, { TEST_TIER: 'long', DAYLEAF_EDITS_SEED: seed });
}

/**
 * `npm test`: format, lint, types, advisories about packages, unit tests, builds and their checks, browser tests.
 * With `fast` only what needs no build, with `long` also what is slow and rarely breaks: see `tier.ts`.
 */
await exitOnFault(async () => {
  const [tier = 'usual'] = process.argv.slice(2);
  const work = mkdtempSync(join(tmpdir(), 'dayleaf-test-'));
  try {
    const stages = makeTiers(work)[tier];
    if (!stages) throw new UsageError('node tests/run.ts [fast|long]');
    if (tier === 'long') startLongTier();
    await runSuites(stages);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
