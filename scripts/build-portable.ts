import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../src/capture/problem.ts';
import { buildSite, readAddress, siteFolder } from './build-site.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { scriptFile, writePortable } from './portable/write-portable.ts';
import { nextFolder } from './site-folder.mjs';
import { claimFolder, replaceFolder, swapIn } from './swap-folder.ts';

const usage = `npm run build:portable -- [--out DIR]
  builds the site, and of it a folder that opens from disk: DIR/index.html (dist-portable by default)`;

await exitOnFault(async () => {
  const folder = readFolder();
  await refuseOther(folder);
  await buildSite();
  const edition = { siteUrl: readAddress(), isPublished: Boolean(process.env.SITE_URL) };
  const make = async (): Promise<void> => {
    const { pages, sizeBytes } = await writePortable(siteFolder(), nextFolder(folder), edition);
    await swapIn(folder);
    const size = (sizeBytes / 1e6).toFixed(1);
    console.log(
      `Wrote ${count(pages, 'page')}, ${size} MB: open ${resolve(folder, 'index.html')}.`,
    );
  };
  await claimFolder(folder, () => replaceFolder(folder, make));
});

/** @throws {UsageError} where the command is called otherwise */
function readFolder(): string {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string', default: 'dist-portable' } },
    });
    return resolve(values.out);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

/** @throws {UsageError} where the folder holds something else, for what is in it is replaced */
async function refuseOther(folder: string): Promise<void> {
  if (!existsSync(folder) || existsSync(join(folder, scriptFile))) return;
  if ((await readdir(folder)).length === 0) return;
  throw new UsageError(
    `${folder} is no portable edition, and would be replaced by one: name an empty or a new folder.`,
  );
}
