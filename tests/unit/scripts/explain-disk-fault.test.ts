import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainDiskFault } from '../../../scripts/explain-disk-fault.ts';

const fault = (code: string, more: object = {}) =>
  Object.assign(new Error(code), { code, ...more });

describe('explainDiskFault', () => {
  it('says what, where and how to mend it', () => {
    expect(explainDiskFault(fault('EROFS', { path: join(process.cwd(), 'seeds') }))).toBe(
      'Cannot write seeds: it is read-only (EROFS).\n' +
        '  hint: make it writable, or work on a copy, then run the command again; the last site is as it was.',
    );
  });

  it('says how much room there is where the disk may be full', () => {
    expect(explainDiskFault(fault('ENOSPC'))).toMatch(
      /^Cannot write a file: the disk is full \(ENOSPC\)\.(\n {2}\d+\.\d MB free in \S+)+\n {2}hint: make room/,
    );
  });

  it('finds it in what it is wrapped in', () => {
    const inner = fault('EACCES', { path: '/elsewhere/x' });
    for (const error of [
      new Error('outer', { cause: new Error('middle', { cause: inner }) }),
      new AggregateError([new Error('other'), inner]),
    ])
      expect(explainDiskFault(error)).toContain('Cannot write /elsewhere/x: permission is denied');
  });

  it('says nothing of other errors, be they what they may', () => {
    const circle: Error & { cause?: unknown } = new Error('circle');
    circle.cause = circle;
    for (const error of [circle, fault('ENOENT'), fault('EPIPE'), 'ENOSPC', undefined, null, 1])
      expect(explainDiskFault(error)).toBeUndefined();
  });
});
