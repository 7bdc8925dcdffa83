import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CaptureError, shellWord, WHOLE_FILE } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { cacheFolder } from '../src/store/locations.ts';
import type { Seeds } from '../src/store/read-seeds.ts';

/** The copy of the ledger that the last build left in the cache. */
const keptLedger = (): string => join(cacheFolder(), ledgerName);

/** Copies the ledger of a built site to the cache, from where it can be restored. */
export function keepLedger(seedsFolder: string): void {
  try {
    copyFileSync(join(seedsFolder, ledgerName), keptLedger());
  } catch {
    // The site is in place already. The copy is only one of several from which the ledger can be restored.
  }
}

/**
 * Checks that a missing ledger has never existed. Without it, papers that were retitled or removed lose their
 * addresses, and years given with `--year` are lost.
 * @throws {CaptureError} if Git, the cache or the last site knows one, with the command that restores it
 */
export function refuseLostLedger(seeds: Seeds, seedsFolder: string): void {
  if (seeds.ledger !== undefined || seeds.captures.length === 0) return;
  // The ledger exists but cannot be read, which is reported separately.
  if (seeds.problems.some(({ file }) => file === seedLabel(ledgerName))) return;
  const found = findTrace(seedsFolder);
  if (!found) return;
  throw new CaptureError([
    {
      ...{ file: seedLabel(ledgerName), ...WHOLE_FILE, code: 'ledger/lost' },
      message: `The ledger is missing, although ${found.trace}.`,
      hint: `${found.remedy}; to create a new one, with other addresses for papers that were retitled or removed, run npm run build -- --new-ledger.`,
    },
  ]);
}

function findTrace(seedsFolder: string): { trace: string; remedy: string } | undefined {
  const path = join(seedsFolder, ledgerName);
  const shown = shellWord(relative(process.cwd(), path) || path);
  const { status } = spawnSync('git', ['cat-file', '-e', `HEAD:./${ledgerName}`], {
    cwd: seedsFolder,
    stdio: 'ignore',
  });
  if (status === 0)
    return {
      trace: 'Git has one',
      remedy: `restore it with git checkout HEAD -- ${shown}`,
    };
  const kept = keptLedger();
  if (existsSync(kept))
    return {
      trace: 'the last build left a copy of it in its cache',
      remedy: `restore it with cp ${shellWord(relative(process.cwd(), kept))} ${shown}`,
    };
  const site = resolve(process.env.DAYLEAF_OUT ?? 'dist');
  if (existsSync(join(site, 'api/index.json')))
    return {
      trace: `a site was built into ${shellWord(relative(process.cwd(), site) || site)}`,
      remedy: 'restore it from version control or a backup',
    };
  return undefined;
}
