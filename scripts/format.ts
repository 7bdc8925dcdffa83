import { spawnSync } from 'node:child_process';
import { binFile } from './bin-file.mjs';

/** `npm run format`: formats every file, as `npm test` checks it. */
const commands: [string, ...string[]][] = [
  ['biome', 'check', '--write', '.'],
  ['prettier', '--write', '--log-level=warn', 'src/**/*.astro'],
];
for (const [command, ...args] of commands) {
  const { status } = spawnSync(process.execPath, [binFile(command), ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
