import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleKey } from '../../../src/text/title-key.ts';

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

  it('is of ASCII what it is of the same text with an accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (title) => {
        expect(titleKey(`${title}a`)).toBe(titleKey(`${title}\u00e4`));
      }),
    );
  });

  it('is its own key for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleKey(titleKey(title))).toBe(titleKey(title));
      }),
    );
  });
});
