import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { count } from '../src/capture/problem.ts';
import { buildSite, readAddress, siteFolder } from './build-site.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { parseOptions } from './parse-options.ts';
import { PortableFolder, scriptFile } from './portable/portable-folder.ts';
import { nextFolder, replaceFolder, swapIn, whileLocked } from './swap-folder.ts';

const usage = `npm run build:portable -- [--out DIR]
  builds the site, and with it a folder that opens from disk: DIR/index.html (dist-portable by default)`;

await exitOnFault(async () => {
  const options = { out: { type: 'string', default: 'dist-portable' } } as const;
  const folder = resolve(parseOptions({ options }, usage).values.out);
  await refuseOther(folder);
  await whileLocked(folder, () => replaceFolder(folder, () => makeEdition(folder)));
});

/** Writes the edition while the site is built, and moves it into place after the site. */
async function makeEdition(folder: string): Promise<void> {
  const edition = { siteUrl: readAddress(), isPublished: Boolean(process.env.SITE_URL) };
  const next = new PortableFolder(nextFolder(folder), edition);
  await buildSite({ onPage: (html, address) => next.addPage(html, address) });
  await next.addFiles(siteFolder());
  await swapIn(folder);
  const size = (next.sizeBytes / 1e6).toFixed(1);
  console.log(
    `Wrote ${count(next.pages, 'page')}, ${size} MB: open ${resolve(folder, 'index.html')}.`,
  );
}

/** @throws {UsageError} when the folder, whose content is replaced, overlaps the site's or is no portable edition */
async function refuseOther(folder: string): Promise<void> {
  const site = siteFolder();
  if ([relative(site, folder), relative(folder, site)].some((way) => !way.startsWith('..')))
    throw new UsageError(
      `${folder} overlaps ${site}, the folder of the site: name another folder.`,
    );
  if (!existsSync(folder) || existsSync(join(folder, scriptFile))) return;
  if ((await readdir(folder)).length === 0) return;
  throw new UsageError(
    `${folder} is not a portable edition, and would be replaced by one: name an empty or a new folder.`,
  );
}
