import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileProgress } from '../../../../scripts/enrich/file-progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('CI', '');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it('shows how far a file is read, the rate and the time left, at most four times a second', () => {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  const progress = new FileProgress('a.json', {
    isTTY: true,
    write,
  } as unknown as NodeJS.WriteStream);
  for (let read = 0; read <= 20; read++) {
    progress.show(read * 10e6, 1000e6);
    vi.advanceTimersByTime(100);
  }
  expect(written[0]).toBe('\rReading a.json: 3 % of 1000 MB, 100 MB/s, 10 s left\x1b[K');
  expect(written).toHaveLength(6);
});
