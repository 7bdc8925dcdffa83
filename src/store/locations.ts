import { resolve } from 'node:path';

/** The folder that captures are dropped into; `DAYLEAF_SEEDS` names another, for tests and benchmarks. */
export function seedsFolder(): string {
  return resolve(process.env.DAYLEAF_SEEDS ?? 'seeds');
}

/** The folder that Astro keeps restored papers in from build to build; `DAYLEAF_CACHE` names another. */
export function cacheFolder(): string {
  return resolve(process.env.DAYLEAF_CACHE ?? 'node_modules/.astro');
}
