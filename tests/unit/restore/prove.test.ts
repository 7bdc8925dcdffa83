import { describe, expect, it } from 'vitest';
import { holdsLiveMarkup, isProven, provesFormula } from '../../../src/restore/prove.ts';

describe('provesFormula', () => {
  it('accepts what the channel turns into the capture', () => {
    expect(provesFormula('sigma_{1:T^2}', '\\sqrt{\\sigma_{1:T}^2}')).toBe(true);
    expect(provesFormula('RinR^d', 'R\\in\\mathbb{R}^d')).toBe(true);
  });
  it('refuses a lost letter, an invented one and a dollar', () => {
    expect(provesFormula('R^d', '\\mathbb{R}^n')).toBe(false);
    expect(provesFormula('inR', '\\inR ')).toBe(false);
    expect(provesFormula('a$b', 'a$b')).toBe(false);
  });
});

describe('isProven', () => {
  it('asks for every letter', () => {
    expect(
      isProven('for k here', [{ text: 'for ' }, { captured: 'k', latex: 'k' }, { text: ' here' }]),
    ).toBe(true);
    expect(
      isProven('for k here', [{ text: 'for ' }, { captured: 'k', latex: 'k' }, { text: ' her' }]),
    ).toBe(false);
  });
  it('asks the whole to come out of the channel again', () => {
    // The lone dollar would pair with the formula's own.
    expect(
      isProven('costs $5 and k', [{ text: 'costs $5 and ' }, { captured: 'k', latex: 'k' }]),
    ).toBe(false);
    expect(isProven('k costs $5', [{ captured: 'k', latex: 'k' }, { text: ' costs $5' }])).toBe(
      true,
    );
  });
  it('goes span by span where the capture still holds live markup', () => {
    expect(holdsLiveMarkup('\\textbf{D}irect')).toBe(true);
    expect(holdsLiveMarkup('$x$')).toBe(true);
    expect(holdsLiveMarkup('16\\% of $5')).toBe(false);
    expect(
      isProven('\\textbf{D}irect n', [
        { text: '\\textbf{D}irect ' },
        { captured: 'n', latex: 'n' },
      ]),
    ).toBe(true);
  });
});
