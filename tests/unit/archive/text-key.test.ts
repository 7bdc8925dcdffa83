import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDigest, titleKey } from '../../../src/archive/text-key.ts';

describe('titleKey', () => {
  it.each([
    ['case', 'Light BRIDGE', 'light bridge'],
    ['punctuation', 'Light: A Bridge!', 'Light, a bridge'],
    ['spacing', 'Light   Bridge', 'LightBridge'],
    ['accents', 'Schrödinger', 'Schrodinger'],
    ['a composed and a decomposed accent', 'Schr\u00F6dinger', 'Schro\u0308dinger'],
    ['full-width letters', 'ＧＰＴ－４', 'GPT-4'],
    ['subscripts', 'CO₂', 'CO2'],
    ['ligatures', 'eﬃcient', 'efficient'],
    ['hyphens', 'Semi‑supervised', 'Semi-Supervised'],
  ])('is the same whatever the %s', (_, a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
  });

  it.each([
    ['GPT-3', 'GPT-4'],
    ['学习', '学説'],
    ['???', '!!!'],
    ['🚀', '🔥'],
    ['Attention', 'Attentions'],
  ])('tells "%s" from "%s"', (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b));
  });

  it('holds letters and digits only', () => {
    expect(titleKey('Light Schrödinger Bridge (v2)')).toBe('lightschrodingerbridgev2');
  });

  it('compares a title without letters or digits as it stands, spaces at its ends apart', () => {
    expect(titleKey(' ??? ')).toBe('???');
    expect(titleKey('')).toBe('');
  });

  it('is its own key for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleKey(titleKey(title))).toBe(titleKey(title));
      }),
    );
  });
});

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
