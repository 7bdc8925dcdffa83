import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../../scripts/fetch/retry-after.ts';

const now = Date.parse('2025-03-11T10:00:00Z');
const read = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), now);

it('reads seconds', () => {
  expect(read({ 'Retry-After': '120' })).toBe(120_000);
  expect(read({ 'Retry-After': ' 0 ' })).toBe(0);
});

it('reads a date, by the clock of the server where it gives its time', () => {
  const date = 'Tue, 11 Mar 2025 10:02:00 GMT';
  expect(read({ 'Retry-After': date })).toBe(120_000);
  expect(read({ 'Retry-After': date, Date: 'Tue, 11 Mar 2025 10:01:30 GMT' })).toBe(30_000);
});

it('does not wait for a date that has passed', () => {
  expect(read({ 'Retry-After': 'Tue, 11 Mar 2025 09:00:00 GMT' })).toBe(0);
});

it.each(['', '-5', '1.5', 'soon'])('ignores %j', (value) => {
  expect(read({ 'Retry-After': value })).toBeUndefined();
});

it('is undefined without the header', () => {
  expect(read({})).toBeUndefined();
});
