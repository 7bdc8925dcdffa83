import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { cacheFolder } from '../src/store/locations.ts';
import { readAddress } from './build-site.ts';
import { clearDerived } from './clear-derived.ts';
import { exitOnFault } from './exit-on-fault.ts';

/** Runs Astro's dev server, with its options, once it is known that it can start. */
await exitOnFault(async () => {
  readAddress();
  await clearDerived(cacheFolder());
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'dev', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
});
