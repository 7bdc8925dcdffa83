import { spawnSync } from 'node:child_process';

/** `npm run format`: writes every file in the project's format, which `npm test` asks for. */
const commands: [string, ...string[]][] = [
  ['biome', 'check', '--write', '.'],
  ['prettier', '--write', '--log-level=warn', 'src/**/*.astro'],
];
for (const [command, ...args] of commands) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
