import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { digestCode } from '../src/records/code-version.ts';
import { readingVersion } from '../src/records/known-reading.ts';
import { recordsVersion } from '../src/records/record-archive.ts';
import { handled } from './handled.ts';

/** Versions of the code that makes what is kept for the next build. */
export interface CodeVersions {
  reading: Promise<string>;
  records: Promise<string>;
  /** Search index and packs. */
  output: Promise<string>;
}

/** Digests the code in another process, while seeds are read. */
export const digestVersions = (): CodeVersions => ({
  reading: handled(readingVersion()),
  records: handled(recordsVersion()),
  output: handled(digestCode(outputModules)),
});

/** The modules that write the search index and the packs. */
const outputModules = ['write-search', 'write-packs'].map((name) => `src/integrations/${name}.ts`);

/** A digest of Astro's configuration and of the versions of all packages. */
export function digestSettings(): string {
  const hash = createHash('sha256');
  // A copy of the project may have no lock file.
  for (const path of ['astro.config.mjs', 'package.json', 'package-lock.json'])
    if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex');
}
