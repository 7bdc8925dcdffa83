/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** One project a suite; `npm test` runs them one after the other. */
export default getViteConfig({
  test: {
    root: '.',
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        // Builds share the machine's two cores and one content cache: one after the other.
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/serve-site.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    setupFiles: ['tests/setup.ts'],
  },
});
