import { expect, test } from 'vitest';
import { PackFaultError } from '../../../../src/client/offline/fetch-pack.ts';
import { PackGoneError } from '../../../../src/client/offline/keep-build.ts';
import {
  describeAmount,
  describeFault,
  describeRetry,
  describeStanding,
} from '../../../../src/client/offline/keep-words.ts';

const amount = {
  isWhole: false,
  isBegun: false,
  papers: 3200,
  bytes: 12_060_000,
  allPapers: 9576,
  allBytes: 32_800_000,
};

test('says how far it is in papers and MB', () => {
  expect(describeAmount(amount)).toBe('3,200 of 9,576 papers, 12.1 of 32.8 MB');
  expect(describeAmount({ ...amount, papers: 1, allPapers: 1 })).toBe(
    '1 of 1 paper, 12.1 of 32.8 MB',
  );
});

test('says how much room everything takes: what the browser says, or else the packs', () => {
  const whole = { ...amount, isWhole: true, bytes: amount.allBytes };
  expect(describeStanding(whole, 35_120_000)).toContain('9,576 papers, 35.1 MB');
  expect(describeStanding(whole)).toContain('9,576 papers, 32.8 MB');
  expect(describeStanding(amount, 2_000_000)).toMatch(/^The latest days.* 3,200 of 9,576 papers/);
  expect(describeStanding({ ...amount, isBegun: true })).toMatch(/^A part of it.* 3,200 of 9,576/);
});

test.each<[string, unknown, RegExp]>([
  ['no room', new DOMException('', 'QuotaExceededError'), /no room.*works as before/],
  ['another build', new PackGoneError('gone'), /just changed.*Reload/],
  ['no network', new TypeError('Failed to fetch'), /network went away.*is kept/],
  [
    'a server that fails',
    new PackFaultError({ kind: 'status', status: 503 }),
    /status 503.*is kept.*later/,
  ],
  ['a damaged pack', new PackFaultError({ kind: 'damaged' }), /damaged.*is kept.*later/],
  ['a server that is slow', new PackFaultError({ kind: 'slow' }), /too slowly.*is kept.*later/],
  ['a denied store', new DOMException('', 'SecurityError'), /Nothing can be kept/],
  ['what is no error', undefined, /Nothing can be kept/],
])('says why it ended: %s', (_, error, message) => {
  expect(describeFault(error)).toMatch(message);
});

test('says what the server did and when it is asked again', () => {
  expect(describeRetry({ kind: 'status', status: 503 }, 3_000)).toBe(
    'The server answered with status 503; trying again in 3 s.',
  );
});
