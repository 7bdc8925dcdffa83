import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../src/store/locations.ts';
import { sealCache } from './seal-cache.ts';

/** The steps of a build, in their order, as they are announced. */
export const buildSteps = {
  read: 'Reading the seeds',
  restore: 'Restoring the mathematics',
  write: 'Writing the pages',
  index: 'Indexing the papers',
  enter: 'Entering new papers into the ledger',
  swap: 'Putting the site in its place',
} as const;

/** Says that a step begins: of thousands of papers one takes minutes. */
export function announce(step: keyof typeof buildSteps): void {
  console.log(`${buildSteps[step]} …`);
}

/** Announces the steps that are Astro's, and seals the cache once it is written. */
export function astroSteps(): AstroIntegration {
  return {
    name: 'dayleaf-build-steps',
    hooks: {
      'astro:config:done': () => announce('restore'),
      'astro:build:start': async () => {
        await sealCache(cacheFolder());
        announce('write');
      },
      'astro:build:generated': () => announce('index'),
    },
  };
}
