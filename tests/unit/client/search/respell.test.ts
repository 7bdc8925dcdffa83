import { expect, test } from 'vitest';
import { respell } from '../../../../src/client/search/respell.ts';

const vocabulary = [
  { word: 'diffusion', level: 9 },
  { word: 'leaning', level: 1 },
  { word: 'learning', level: 9 },
];
const ask = (query: string, unknown: string[], count: number, authors: string[] = []) =>
  respell(query, unknown, count, authors, async () => vocabulary);

test.each<[string, string[], number, string | undefined]>([
  ['difusion models', ['difusion'], 12, 'diffusion models'],
  ['$k$ difusion', ['difusion'], 12, '$k$ diffusion'],
  // Nothing at all was found: no word is above suspicion.
  ['difusion', [], 0, 'diffusion'],
  ['leaning', [], 1, 'learning'],
  // Enough was found: what was typed was meant.
  ['leaning', [], 3, undefined],
  ['asdfgh', ['asdfgh'], 5, undefined],
  ['', [], 0, undefined],
])('%s, without %j, %i papers: %s', async (query, unknown, count, expected) => {
  expect(await ask(query, unknown, count)).toBe(expected);
});

test('the vocabulary is not fetched if no word needs correction', async () => {
  const fail = (): Promise<never> => Promise.reject(new Error('fetched'));
  expect(await respell('diffusion', [], 40, [], fail)).toBeUndefined();
});

test('the names of authors that were found are no misspellings', async () => {
  expect(await ask('leaning', [], 1, ['Ada Leaning'])).toBeUndefined();
});
