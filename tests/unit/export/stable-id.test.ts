import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { stableUrn, stableUuid } from '../../../src/export/stable-id.ts';

/** RFC 9562, section 5.5, once more and by hand. */
function uuid5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [0, 8, 12, 16, 20].map((at, i, places) => hex.slice(at, places[i + 1] ?? 32)).join('-');
}

const namesOfHosts = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('ids are UUIDs of version 5 in the archive’s namespace', () => {
  // The RFC's own example, so that this test's arithmetic is proven too.
  expect(uuid5(namesOfHosts, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  const namespace = uuid5(namesOfHosts, 'dayleaf.invalid');
  expect(stableUuid('day', '2025-03-11')).toBe(uuid5(namespace, 'day:2025-03-11'));
  expect(stableUrn('paper', 'model-soups')).toBe(
    `urn:uuid:${uuid5(namespace, 'paper:model-soups')}`,
  );
});

test('a paper and a day of one name are two', () => {
  expect(stableUuid('paper', '2025-03-11')).not.toBe(stableUuid('day', '2025-03-11'));
});
