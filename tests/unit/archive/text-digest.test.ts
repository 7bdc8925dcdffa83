import { describe, expect, it } from 'vitest';
import { textDigest } from '../../../src/archive/text-digest.ts';

describe('textDigest', () => {
  it('is 16 hexadecimal digits, the same for the same revision', () => {
    expect(textDigest('A', 'b')).toMatch(/^[0-9a-f]{16}$/);
    expect(textDigest('A', 'b')).toBe(textDigest('A', 'b'));
  });

  it('differs with a letter of the title or of the abstract', () => {
    const digests = [textDigest('A', 'b'), textDigest('a', 'b'), textDigest('A', 'c')];
    expect(new Set(digests).size).toBe(3);
  });
});
