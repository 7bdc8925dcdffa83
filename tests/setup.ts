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
