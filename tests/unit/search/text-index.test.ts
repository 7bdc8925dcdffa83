import { expect, it } from 'vitest';
import { partsWith } from '../../../src/search/text-index.ts';

it.each([
  ['a', [0]],
  ['apple', [0]],
  ['dif', [0, 1]],
  ['diffusion', [1]],
  ['difz', [1]],
  ['z', [2, 3]],
  ['zoo', [3]],
  ['ƒon', [3]],
  ['', [0, 1, 2, 3]],
])('terms that begin with %j are in parts %j', (beginning, parts) => {
  expect(partsWith(['3d', 'diffuse', 'k', 'zebra'], beginning)).toEqual(parts);
});
