import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Measurement, measureCommand } from './measure-command.ts';
import { measureOutput, type Output, sumUpdate } from './measure-output.ts';

/** How the site can be built: from nothing, from the same seeds before, from all days but one before. */
export type Scenario = 'cold' | 'unchanged' | 'one day added';

/** What the builds of a folder of seeds took, and what they wrote. */
export interface MeasuredBuilds {
  builds: Record<Scenario, Measurement>;
  /** The site with the added day. */
  output: Output;
  /** Bytes that the added day costs a reader who has the whole archive offline. */
  updateBytes: number;
}

/**
 * Builds a copy of a folder of seeds as `npm run build` does, in all scenarios. A day is added to a site that was
 * built twice, as it is where the site is built each day. Nothing is deleted in
 * between: for minutes after many deletions, ext4 is slow to create files.
 * @param newest name of the capture that is added to those before
 * @param folder to work in, which must not exist
 */
export async function measureBuilds(
  source: string,
  newest: string,
  folder: string,
): Promise<MeasuredBuilds> {
  const seeds = join(folder, 'seeds');
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const [, ...args] = String(scripts.build).split(' ');
  const build = (name: string) => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'production',
      DAYLEAF_SEEDS: seeds,
      DAYLEAF_OUT: join(folder, name, 'site'),
      DAYLEAF_CACHE: join(folder, name, 'cache'),
    };
    delete env.CI;
    delete env.SITE_URL;
    return measureCommand(args, process.cwd(), env);
  };

  await cp(source, seeds, { recursive: true });
  await rm(join(seeds, newest));
  await build('grown');
  const unchanged = await build('grown');
  const { packs } = await measureOutput(join(folder, 'grown', 'site'));
  await cp(join(source, newest), join(seeds, newest));
  const added = await build('grown');
  const output = await measureOutput(join(folder, 'grown', 'site'));
  // The ledger stays, as it would on a machine that has the seeds and nothing else.
  const cold = await build('cold');
  return {
    builds: { cold, unchanged, 'one day added': added },
    output,
    updateBytes: sumUpdate(packs, output.packs),
  };
}
