import { expect, test } from 'vitest';
import { PackGoneError } from '../../../../src/client/offline/download-packs.ts';
import { PackFaultError } from '../../../../src/client/offline/fetch-pack.ts';
import {
  describeAmount,
  describeFault,
  describeRetry,
  describeStored,
} from '../../../../src/client/offline/offline-text.ts';

const amount = {
  isWhole: false,
  isBegun: false,
  papers: 3200,
  bytes: 12_060_000,
  allPapers: 9576,
  allBytes: 32_800_000,
};

test('describes progress in papers and MB', () => {
  expect(describeAmount(amount)).toBe('3,200 of 9,576 papers, 12.1 of 32.8 MB');
  expect(describeAmount({ ...amount, papers: 1, allPapers: 1 })).toBe(
    '1 of 1 paper, 12.1 of 32.8 MB',
  );
});

test('describes the space that is used: as the browser reports it, or the size of the packs', () => {
  const whole = { ...amount, isWhole: true, bytes: amount.allBytes };
  expect(describeStored(whole, 35_120_000)).toContain('9,576 papers, 35.1 MB');
  expect(describeStored(whole)).toContain('9,576 papers, 32.8 MB');
  expect(describeStored(amount, 2_000_000)).toMatch(/^The latest days.* 3,200 of 9,576 papers/);
  expect(describeStored({ ...amount, isBegun: true })).toMatch(
    /^Part of the archive.* 3,200 of 9,576/,
  );
});

test.each<[string, unknown, RegExp]>([
  [
    'full storage',
    new DOMException('', 'QuotaExceededError'),
    /^The storage is full.*works online/,
  ],
  ['another build', new PackGoneError('gone'), /updated.*Reload/],
  ['no network', new TypeError('Failed to fetch'), /connection was lost.*continue/],
  [
    'a server that fails',
    new PackFaultError({ kind: 'status', status: 503 }),
    /status 503.*later.*continue/,
  ],
  ['a damaged pack', new PackFaultError({ kind: 'damaged' }), /damaged.*later.*continue/],
  ['a server that is slow', new PackFaultError({ kind: 'slow' }), /too slow.*later.*continue/],
  ['denied storage', new DOMException('', 'SecurityError'), /not available here.*works online/],
  ['a value that is no error', undefined, /not available here/],
])('explains why a download failed: %s', (_, error, message) => {
  expect(describeFault(error)).toMatch(message);
});

test('describes the fault and the pause before a retry', () => {
  expect(describeRetry({ kind: 'status', status: 503 }, 3_000)).toBe(
    'The server answered with status 503; trying again in 3 s.',
  );
});
