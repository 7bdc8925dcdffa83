import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// A warning is a defect that nobody looks at: it fails the test that caused it.
beforeEach(() => {
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  const { calls } = vi.mocked(console.warn).mock;
  vi.restoreAllMocks();
  expect(calls, 'console.warn was called').toEqual([]);
});

// Properties are tried on other values at each run, but for the run that decides whether a change may land.
if (process.env.CI === 'true') fc.configureGlobal({ seed: 20250311 });
