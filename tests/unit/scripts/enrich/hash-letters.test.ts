import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashKey, hashLetters, mustBeDecoded } from '../../../../scripts/enrich/hash-letters.ts';
import { titleKey } from '../../../../src/text/title-key.ts';

const hash = (string: string, most = Number.POSITIVE_INFINITY): number =>
  hashLetters(Buffer.from(`${string}", "x": 1`), 0, most);

describe('hashLetters', () => {
  it('is the hash of the title key of any ASCII without escapes', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii' }).filter((text) => !/["\\]/.test(text));
    fc.assert(
      fc.property(ascii, (text) => {
        // Without any letter a title is compared as it is.
        expect(hash(`${text}a`)).toBe(hashKey(titleKey(`${text}a`)));
      }),
    );
  });

  it('passes over line breaks, and ends at the end of the string', () => {
    expect(hash('Light\\n  Bridges')).toBe(hashKey('lightbridges'));
  });

  it('counts so many letters', () => {
    expect(hash('We: present', 4)).toBe(hashKey('wepr'));
  });

  it.each(['\\"o', '$\\\\alpha$', 'Schr\\u00f6dinger', 'Schrödinger'])('leaves %s', (string) => {
    expect(hash(string)).toBe(mustBeDecoded);
  });
});
