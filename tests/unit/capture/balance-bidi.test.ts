import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceBidi } from '../../../src/capture/balance-bidi.ts';

const [RLO, PDF, RLI, PDI] = ['\u202E', '\u202C', '\u2067', '\u2069'];

describe('balanceBidi', () => {
  it.each([
    ['closes what is open, the innermost first', `a${RLO}b${RLI}c`, `a${RLO}b${RLI}c${PDI}${PDF}`],
    ['drops what closes nothing', `a${PDF}b${PDI}c`, 'abc'],
    [
      'lets an isolate end the embeddings within it',
      `${RLI}a${RLO}b${PDI}c`,
      `${RLI}a${RLO}b${PDI}c`,
    ],
    [
      'does not let an embedding end an isolate',
      `${RLO}${RLI}a${PDF}b`,
      `${RLO}${RLI}ab${PDI}${PDF}`,
    ],
    ['leaves marks of direction', 'a\u200Fb\u200E', 'a\u200Fb\u200E'],
  ])('%s', (_, line, balanced) => {
    expect(balanceBidi(line)).toBe(balanced);
  });

  it('is done once, loses no letter, and what follows stands outside of it', () => {
    const line = fc
      .array(fc.constantFrom('a', ' ', RLO, PDF, RLI, PDI, '\u202A', '\u2066', '\u2068'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, (text) => {
        const balanced = balanceBidi(text);
        expect(balanceBidi(balanced)).toBe(balanced);
        expect(balanced.replace(/[^a ]/g, '')).toBe(text.replace(/[^a ]/g, ''));
        // Two balanced lines are balanced together: the first opens nothing for the second.
        expect(balanceBidi(balanced + balanced)).toBe(balanced + balanced);
      }),
    );
  });
});
