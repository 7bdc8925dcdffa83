import { describe, expect, it } from 'vitest';
import { formulaRoundTrips, holdsLiveMarkup, roundTrips } from '../../../src/restore/round-trip.ts';

describe('formulaRoundTrips', () => {
  it('accepts what the channel turns into the capture', () => {
    expect(formulaRoundTrips('sigma_{1:T^2}', '\\sqrt{\\sigma_{1:T}^2}')).toBe(true);
    expect(formulaRoundTrips('RinR^d', 'R\\in\\mathbb{R}^d')).toBe(true);
  });
  it('refuses a lost letter, an invented one and a dollar', () => {
    expect(formulaRoundTrips('R^d', '\\mathbb{R}^n')).toBe(false);
    expect(formulaRoundTrips('inR', '\\inR ')).toBe(false);
    expect(formulaRoundTrips('a$b', 'a$b')).toBe(false);
  });
});

describe('roundTrips', () => {
  it('asks for every letter', () => {
    expect(
      roundTrips('for k here', [
        { text: 'for ' },
        { captured: 'k', latex: 'k' },
        { text: ' here' },
      ]),
    ).toBe(true);
    expect(
      roundTrips('for k here', [{ text: 'for ' }, { captured: 'k', latex: 'k' }, { text: ' her' }]),
    ).toBe(false);
  });
  it('asks the whole to come out of the channel again', () => {
    // The lone dollar would pair with the formula's own.
    expect(
      roundTrips('costs $5 and k', [{ text: 'costs $5 and ' }, { captured: 'k', latex: 'k' }]),
    ).toBe(false);
    expect(roundTrips('k costs $5', [{ captured: 'k', latex: 'k' }, { text: ' costs $5' }])).toBe(
      true,
    );
  });
  it('goes span by span where the capture still holds live markup', () => {
    expect(holdsLiveMarkup('\\textbf{D}irect')).toBe(true);
    expect(holdsLiveMarkup('$x$')).toBe(true);
    expect(holdsLiveMarkup('16\\% of $5')).toBe(false);
    expect(
      roundTrips('\\textbf{D}irect n', [
        { text: '\\textbf{D}irect ' },
        { captured: 'n', latex: 'n' },
      ]),
    ).toBe(true);
  });
});
