import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channel } from '../../../src/restore/channel.ts';
import {
  makeDayKey,
  makeFormulaKey,
  makeFormulaKeys,
  makeMonthKey,
  readDayKey,
  readQuery,
  toIndexQuery,
} from '../../../src/search/formula-key.ts';

describe('a formula', () => {
  test.each([
    ['\\mathbb{R}^{m\\times n}', 'R^{mtimes n}'],
    ['\\mathcal{O}(n\\log n)', 'O(nlog n)'],
    ['\\tilde{\\mathcal{O}}(T^{2/3})', 'mathcal{O}(T^{2/3})'],
    ['\\ell_0', 'ℓ_0'],
    ['x\\leq y', 'x ≤ y'],
    ['O(n^2)', 'O(n²)'],
    ['\\varepsilon^{-1}', 'ϵ^{-1}'],
  ])('%s has the key of %s', (latex, other) => {
    expect(makeFormulaKey(latex)).toBe(makeFormulaKey(other));
    expect(makeFormulaKey(latex)).toMatch(/^ƒ[a-z0-9]+$/);
  });

  test('has one key before and after the channel, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '\\alpha',
      '\\mathbb{R}',
      'x',
      '_',
      '^2',
      '\\in ',
      '(',
      ')',
      '\\hat{y}',
      ' ',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const latex = pieces.join('');
        // The channel can glue a command to a letter, which then reads as another command.
        fc.pre(!/\\(alpha|in)[a-z]|in\s*[a-z]/i.test(latex));
        expect(makeFormulaKey(channel(`$${latex}$`))).toBe(makeFormulaKey(latex));
      }),
    );
  });

  test('of one letter is the beginning of no other', () => {
    expect(makeFormulaKey('\\tilde{O}')).toBe('ƒoƒ');
    expect('ƒok').not.toContain(makeFormulaKey('O'));
  });

  test('is found by the sides of its relations too', () => {
    expect(makeFormulaKeys('M\\in\\mathbb{R}^{m\\times n}')).toEqual([
      'ƒminrmtimesn',
      'ƒmƒ',
      'ƒrmtimesn',
    ]);
    expect(makeFormulaKeys('n\\geq k')).toEqual(['ƒngek', 'ƒnƒ', 'ƒkƒ']);
    expect(makeFormulaKeys('\\{\\}')).toEqual([]);
  });
});

describe('a query', () => {
  test.each([
    ['diffusion models', 'diffusion models'],
    ['\\epsilon', 'epsilon'],
    ['ϵ greedy', 'epsilon greedy'],
    ['O(n^2) sorting', 'ƒon2 sorting'],
    ['R^{m\\times n}', 'ƒrmtimesn'],
    ['O(n \\log n)', 'ƒonlogn'],
    ['ℓ_0', 'ƒell0'],
    ['"exact phrase"', '"exact phrase"'],
    ['GPT-4 (vision)', 'GPT-4 (vision)'],
    ['  ', ''],
    ['^', '^'],
    ['$k$', 'ƒkƒ'],
    ['$k$-means', 'ƒkƒ -means'],
    ['$O(k)$', 'ƒok'],
    ['$n \\times d$', 'ƒntimesd'],
    ['n \\times d', 'ƒntimesd'],
    ['matrix $n \\times d$ sketch', 'matrix ƒntimesd sketch'],
    ['from $5 to $6', 'from 5 to 6'],
    ['$<$', ''],
    ['k', 'k'],
    ['^2', 'ƒ2ƒ'],
    ['1{2}+epsilon', 'ƒ12epsilon'],
    ['N{+}D', 'ƒnd'],
    ['1+varepsilon', 'ƒ1epsilon'],
    ['C++', 'C++'],
    ['50K+', '50K+'],
    ['O(min{log (a^2), (b_{1}) log T}) bound', 'ƒominloga2b1logt bound'],
  ])('%s is spelled %s', (query, expected) => {
    expect(toIndexQuery(query)).toBe(expected);
  });
});

test('a query is read word by word, as typed and as spelled', () => {
  expect(readQuery('fast $O(k)$ \\epsilon')).toEqual([
    { typed: 'fast', spelled: 'fast' },
    { typed: 'O(k)', spelled: 'ƒok' },
    { typed: '\\epsilon', spelled: 'epsilon' },
  ]);
});

test('a day has a key', () => {
  expect(makeDayKey('2025-03-11')).toBe('ƒday20250311');
});

test('the key of a day is read back, whatever stands behind it', () => {
  expect(readDayKey(makeDayKey('2025-03-11'))).toBe('2025-03-11');
  expect(readDayKey('ƒday20250311.')).toBe('2025-03-11');
  expect(readDayKey('ƒday202503')).toBeUndefined();
  expect(readDayKey('day20250311')).toBeUndefined();
});

test('the keys of its days begin with the key of a month', () => {
  expect(makeDayKey('2025-03-11').startsWith(makeMonthKey('2025-03'))).toBe(true);
  expect(makeDayKey('2025-08-11').startsWith(makeMonthKey('2025-03'))).toBe(false);
});
