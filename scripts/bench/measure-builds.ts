import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Measurement, measureCommand } from './measure-command.ts';

/** How the site can be built: from nothing, from all days but one before, from the same seeds before. */
export type Scenario = 'cold' | 'one day added' | 'unchanged';

/**
 * Builds a copy of a folder of seeds as `npm run build` does, in all scenarios.
 * @param newest name of the capture that is added to those before
 * @param folder where it is done; what lies there is removed first
 */
export async function measureBuilds(
  source: string,
  newest: string,
  folder: string,
): Promise<Record<Scenario, Measurement>> {
  const [seeds, site, cache] = ['seeds', 'site', 'cache'].map((name) => join(folder, name));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DAYLEAF_SEEDS: seeds,
    DAYLEAF_OUT: site,
    DAYLEAF_CACHE: cache,
  };
  delete env.CI;
  delete env.SITE_URL;
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const [, ...args] = String(scripts.build).split(' ');
  const build = () => measureCommand(args, process.cwd(), env);

  await rm(folder, { recursive: true, force: true });
  await cp(source, seeds, { recursive: true });
  await rm(join(seeds, newest));
  await build();
  await cp(join(source, newest), join(seeds, newest));
  const added = await build();
  const unchanged = await build();
  // The ledger stays, as it would on a machine that has the seeds and nothing else.
  for (const made of [site, cache]) await rm(made, { recursive: true });
  const cold = await build();
  return { cold, 'one day added': added, unchanged };
}
