import { expect, it } from 'vitest';
import { fnv1a, fnvBasis } from '../../../src/text/fnv1a.ts';

// Test vectors of http://www.isthe.com/chongo/tech/comp/fnv/, 32 bits.
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of %j is %i', (text, hash) => {
  expect(fnv1a(text) >>> 0).toBe(hash);
  expect(fnv1a(`<${text}>`, fnvBasis, 1, text.length + 1) >>> 0).toBe(hash);
});
