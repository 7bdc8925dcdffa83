import { spawnSync } from 'node:child_process';
import { binFile } from '../scripts/bin-file.mjs';

/**
 * `npm run test:long`: what `npm test` tries a few times is tried often, on other edits and moments in each run:
 * incremental builds after random edits and after each change of the project, and builds that are killed. Before
 * them, how the work on a text grows with its length is measured for some hundred kinds of text.
 * `DAYLEAF_EDITS_SEED` repeats a run.
 */
const seed = process.env.DAYLEAF_EDITS_SEED ?? String(Math.floor(Math.random() * 2 ** 32));
console.log(`Edits and moments are drawn from DAYLEAF_EDITS_SEED=${seed}.`);
const files = ['build/incremental', 'build/killed', 'long'].map((name) => `tests/${name}`);
const projects = ['build', 'long'].flatMap((name) => ['--project', name]);
const { status } = spawnSync(
  process.execPath,
  [binFile('vitest'), 'run', '--config', 'tests/vitest.config.ts', ...projects, ...files],
  {
    stdio: 'inherit',
    env: { DAYLEAF_EDITS: '30', DAYLEAF_KILLS: '20', ...process.env, DAYLEAF_EDITS_SEED: seed },
  },
);
process.exitCode = status ?? 1;
