import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FetchProgress } from '../../../../scripts/fetch/fetch-progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('CI', '');
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A command that fetches two of four days in two seconds each, and what it has written. */
function run(isTTY: boolean): string[] {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  const progress = new FetchProgress(4, 'day', { isTTY, write } as unknown as NodeJS.WriteStream);
  for (const [index, day] of ['2025-03-11', '2025-03-12', '2025-03-13'].entries()) {
    progress.begin(day, index);
    vi.advanceTimersByTime(2000);
  }
  progress.print('2025-03-13: 3 papers');
  progress.wait('example.org answered with status 429', 1500);
  progress.clear();
  return written;
}

it('rewrites one line with the day, how many are done and the time left', () => {
  const written = run(true);
  expect(written).toContain('\rFetching 2025-03-11: 0 of 4 days\x1b[K');
  expect(written).toContain('\rFetching 2025-03-13: 2 of 4 days, 4 s left\x1b[K');
  expect(written.every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
  expect(written.at(-1)).toBe('\r\x1b[K');
});

it('prints results and waits in pipes and in CI, without the line', () => {
  expect(run(false)).toEqual([]);
  vi.stubEnv('CI', 'true');
  expect(run(true)).toEqual([]);
  expect(console.log).toHaveBeenCalledWith('2025-03-13: 3 papers');
  expect(console.error).toHaveBeenCalledWith(
    'note: example.org answered with status 429; trying again in 2 s.',
  );
});
