import { spawn } from 'node:child_process';
import { cacheFolder } from '../src/store/locations.ts';
import { binFile } from './bin-file.mjs';
import { readAddress } from './build-site.ts';
import { clearDerived } from './clear-derived.ts';
import { exitOnFault } from './exit-on-fault.ts';

/** Runs Astro's dev server with its options, after checking what would make it fail. */
await exitOnFault(async () => {
  readAddress();
  await clearDerived(cacheFolder());
  const args = [binFile('astro'), 'dev', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
});
