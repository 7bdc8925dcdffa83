import { spawnSync } from 'node:child_process';

/**
 * `npm run test:long`: what `npm test` tries a few times is tried often, on other edits and moments in each run:
 * incremental builds after random edits and after each change of the project, and builds that are killed.
 * `DAYLEAF_EDITS_SEED` repeats a run.
 */
const seed = process.env.DAYLEAF_EDITS_SEED ?? String(Math.floor(Math.random() * 2 ** 32));
console.log(`Edits and moments are drawn from DAYLEAF_EDITS_SEED=${seed}.`);
const files = ['incremental', 'killed'].map((name) => `tests/build/${name}.test.ts`);
const { status } = spawnSync(
  'vitest',
  ['run', '--config', 'tests/vitest.config.ts', '--project', 'build', ...files],
  {
    stdio: 'inherit',
    env: { DAYLEAF_EDITS: '30', DAYLEAF_KILLS: '20', ...process.env, DAYLEAF_EDITS_SEED: seed },
  },
);
process.exitCode = status ?? 1;
