import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { isLong } from './tier.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const setupFiles = [path('setup.ts')];
/** Builds and browsers have processes of their own, which tests wait for: three files keep two to four cores busy. */
const builds = {
  setupFiles,
  maxWorkers: 3,
  testTimeout: 240_000,
  hookTimeout: 240_000,
};
/** Files of the long tier alone: they take minutes, and little of what breaks shows in them alone. */
const longOnly = [
  ...['build/killed', 'build/disk-faults', 'build/equal-builds'],
  ...['build/portable'],
  ...['e2e/lighthouse', 'e2e/shifts', 'e2e/firefox'],
].map((name) => `tests/${name}.test.ts`);
const exclude = isLong ? [] : longOnly;
const projectCopies = path('build/project-copies.ts');

/** One project for each suite of `npm test`. */
export default defineConfig({
  root: path('..'),
  test: {
    projects: [
      {
        // What Astro knows about its config while it builds, said once for the tests.
        resolve: { alias: { 'astro:config/client': path('fixtures/astro-config.ts') } },
        test: {
          name: 'unit',
          root: path('..'),
          include: ['tests/unit/**/*.test.ts'],
          setupFiles,
          // Threads start faster than processes; Vitest leaves one core free by itself, which are half of two.
          ...{ pool: 'threads', maxWorkers: '100%' },
          // A worker for each file loads the same modules again: 98 s of processor time in place of 38 s.
          isolate: false,
          unstubGlobals: true,
          // A busy machine is no fault of a property.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'long',
          root: path('..'),
          include: ['tests/long/**/*.test.ts'],
          setupFiles,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'build',
          root: path('..'),
          include: ['tests/build/**/*.test.ts'],
          exclude,
          globalSetup: projectCopies,
          ...builds,
        },
      },
      {
        test: {
          name: 'e2e',
          // On a busy machine a browser may be slower than a test expects; a test that fails twice has found a fault.
          retry: 1,
          root: path('..'),
          include: ['tests/e2e/**/*.test.ts'],
          exclude,
          globalSetup: [projectCopies, path('e2e/serve-site.ts')],
          ...builds,
        },
      },
    ],
  },
});
