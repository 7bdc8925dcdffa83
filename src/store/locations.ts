import { resolve } from 'node:path';

/** The folder that captures are dropped into; `DAYLEAF_SEEDS` names another, for tests and benchmarks. */
export function seedsFolder(): string {
  return resolve(process.env.DAYLEAF_SEEDS ?? 'seeds');
}
