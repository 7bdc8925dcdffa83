import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type ServedSite, serveSite } from '../../scripts/serve-site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the site built for a domain's root. */
    rootFolder: string;
    /** Address of it. */
    rootUrl: string;
    /** Address of the site built for a sub-path. */
    pathUrl: string;
    /** Folder of that site, and of what its build has kept for the next. */
    pathFolder: string;
    siteCache: string;
  }
}

/** Serves the two sites that `npm test` has built, or builds them first where it runs alone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const work = mkdtempSync(join(tmpdir(), 'dayleaf-e2e-'));
  const cache = process.env.TEST_CACHE ?? join(work, 'cache');
  const build = (name: string, address: string) => buildSite(join(work, name), cache, address);
  const root = process.env.TEST_SITE ?? build('root', '');
  const path = process.env.TEST_SITE_UNDER_PATH ?? build('path', 'https://example.org/archive/');
  const sites: ServedSite[] = [await serveSite(root), await serveSite(path, '/archive/')];
  project.provide('rootFolder', root);
  project.provide('rootUrl', sites[0].url.href);
  project.provide('pathUrl', sites[1].url.href);
  project.provide('pathFolder', path);
  project.provide('siteCache', cache);
  return async () => {
    for (const site of sites) await site.stop();
    rmSync(work, { recursive: true, force: true });
  };
}

function buildSite(folder: string, cache: string, address: string): string {
  const env = {
    ...process.env,
    SITE_URL: address,
    DAYLEAF_OUT: folder,
    DAYLEAF_CACHE: cache,
    NODE_ENV: 'production',
    VITEST: '',
  };
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('the site for the browser tests could not be built');
  return folder;
}
