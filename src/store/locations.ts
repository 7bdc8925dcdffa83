import { resolve } from 'node:path';

/** The folder of the captures; `DAYLEAF_SEEDS` names another, for tests and benchmarks. */
export function seedsFolder(): string {
  return resolve(process.env.DAYLEAF_SEEDS ?? 'seeds');
}

/** The folder of everything that is kept between builds; `DAYLEAF_CACHE` names another. */
export function cacheFolder(): string {
  return resolve(process.env.DAYLEAF_CACHE ?? 'node_modules/.astro');
}
