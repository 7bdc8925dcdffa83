import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Archive, currentRevision } from '../../src/archive/archive.ts';
import { createRestorer } from '../../src/restore/create-restorer.ts';
import { readModel } from '../../src/store/read-model.ts';
import { type Measurement, measureCommand } from './measure-command.ts';

const packages = ['@11ty/eleventy@3.1.6', 'markdown-it', 'katex@0.16.47', 'pagefind@1.5.2'];
const manifest = { name: 'w', version: '1.0.0', type: 'module' };
const eleventy = 'node_modules/@11ty/eleventy/cmd.cjs';
const pagefind = 'node_modules/pagefind/lib/runner/bin.cjs';
const papers = 'papers.jsonl';
const site = '_site';

/** Installs the yardstick into a folder of its own, with the configuration from the one given. */
export async function installYardstick(from: string, folder: string): Promise<void> {
  await mkdir(join(folder, 'src'), { recursive: true });
  await copyFile(join(from, 'eleventy.config.mjs'), join(folder, 'eleventy.config.js'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  // npm names itself to what it runs: on Windows its command could be started by a shell only.
  const { npm_execpath: npm } = process.env;
  const [program, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'install', '--no-audit', '--no-fund', ...packages];
  await promisify(execFile)(program, args, { cwd: folder });
}

/** Writes what the yardstick builds: the entries of all days, restored. */
export async function writeYardstickPapers(archive: Archive, folder: string): Promise<void> {
  const restorer = createRestorer(readModel());
  const bySlug = new Map(
    archive.papers.map((paper) => {
      const { title, abstract } = currentRevision(paper);
      return [paper.slug, { title, segments: restorer.restore(abstract) }];
    }),
  );
  const lines = archive.days.flatMap(({ date, entries }) =>
    entries.map(({ slug }) => JSON.stringify({ date, ...bySlug.get(slug) })),
  );
  await writeFile(join(folder, papers), lines.join('\n'));
}

/** Builds the papers last written with Eleventy and indexes them with Pagefind, cold. */
export async function measureYardstick(folder: string): Promise<Measurement> {
  await rm(join(folder, site), { recursive: true, force: true });
  const env = { ...process.env, PAPERS: papers, OUT: site };
  const built = await measureCommand([eleventy, '--quiet'], folder, env);
  const indexed = await measureCommand([pagefind, '--site', site], folder, env);
  const peaks = [built.peakBytes, indexed.peakBytes].filter((peak) => peak !== undefined);
  return {
    seconds: built.seconds + indexed.seconds,
    peakBytes: peaks.length > 0 ? Math.max(...peaks) : undefined,
    output: built.output + indexed.output,
  };
}
