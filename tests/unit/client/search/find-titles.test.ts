import { expect, test } from 'vitest';
import { findTitles } from '../../../../src/client/search/find-titles.ts';
import { readState, toRequest } from '../../../../src/client/search/search-state.ts';
import { makeRecord } from '../../search/make-record.ts';

const records = [
  makeRecord('Diffusion with code', { hasCode: true, id: 'a' }),
  makeRecord('Diffusion with mathematics', { hasMath: true, id: 'b', days: ['2025-08-08'] }),
  makeRecord('Diffusion twice', { id: 'c', days: ['2025-03-11', '2025-08-08'] }),
  makeRecord('Something else', { id: 'd' }),
];
const find = async (address: string, saved?: ReadonlySet<string>) =>
  (
    await findTitles(
      toRequest(readState(address)),
      async () => records,
      ({ id }) => saved?.has(id) ?? true,
    )
  )
    .map(({ id }) => id)
    .join('');

test.each<[string, string]>([
  ['?q=diffusion', 'abc'],
  ['?q=diffusion&code=1', 'a'],
  ['?q=diffusion&math=1', 'b'],
  ['?q=diffusion&day=2025-03-11', 'ac'],
  ['?q=diffusion&month=2025-08', 'bc'],
  ['?q=diffusion&month=2025-08&math=1', 'b'],
  ['', ''],
  // By date titles are no better than other papers; formulas and phrases are Pagefind's.
  ['?q=diffusion&sort=date', ''],
  ['?q="diffusion twice"', ''],
  ['?q=diffusion+O(n^2)', ''],
])('%s finds %s', async (address, ids) => {
  expect(await find(address)).toBe(ids);
});

test('only of the reading list where that is asked for', async () => {
  expect(await find('?q=diffusion&saved=1', new Set(['c', 'd']))).toBe('c');
});
