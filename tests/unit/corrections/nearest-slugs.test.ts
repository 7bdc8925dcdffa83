import { expect, it } from 'vitest';
import { findNearestSlugs } from '../../../src/corrections/nearest-slugs.ts';

const slugs = [
  'light-schrodinger-bridge',
  'multi-marginal-schrodinger-bridges',
  'attention-is-all-you-need',
  'a-survey-of-attention',
];

it.each([
  ['light-shrodinger-bridge', ['light-schrodinger-bridge', 'multi-marginal-schrodinger-bridges']],
  ['Light-Schrodinger', ['light-schrodinger-bridge', 'multi-marginal-schrodinger-bridges']],
  ['attention', ['a-survey-of-attention', 'attention-is-all-you-need']],
  ['zzz', []],
  ['', []],
])('%j is near %j', (written, expected) => {
  expect(findNearestSlugs(written, slugs, 2)).toEqual(expected);
});
