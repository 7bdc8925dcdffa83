import { expect, test } from 'vitest';
import { findPapers, findUnknownWords } from '../../../src/client/find-papers.ts';
import type { Pagefind, PagefindResponse, PagefindResult } from '../../../src/client/pagefind.ts';

/** A paper found by its words with asterisks. */
function makePage(text: string): PagefindResult {
  const words = text.split(' ');
  return {
    url: '/papers/x/',
    excerpt: '',
    meta: { title: 'X' },
    content: text.replaceAll('*', ''),
    locations: words.flatMap((word, i) => (word.includes('*') ? [i] : [])),
  };
}

const respond = (...ids: string[]): PagefindResponse => ({
  results: ids.map((id) => ({ id, data: async () => makePage(id) })),
});

/** An index that answers exact searches from a list. */
const makeEngine = (exact: Record<string, string[]>): Pick<Pagefind, 'search'> => ({
  search: async (query) => respond(...(exact[query] ?? [])),
});

test.each<[string, string, Record<string, string[]>, string[]]>([
  ['a word that is there', 'Diffusion', { '"x"': [] }, []],
  ['its beginning', 'diffu', {}, []],
  ['a part of a compound', 'weighted', {}, []],
  ['an accent less', 'frechet', {}, []],
  ['another form of it', 'studies', { '"studies"': ['a'] }, []],
  ['a formula', '$O(n^2)$', {}, []],
  ['a command', '\\epsilon', {}, []],
  ['nonsense', 'asdfgh', {}, ['asdfgh']],
  ['nonsense beside words', 'diffusion asdfgh', {}, ['asdfgh']],
  ['nonsense said twice', 'asdfgh asdfgh', {}, ['asdfgh']],
  ['a formula that is not there', '$O(n^{17})$', {}, ['O(n^{17})']],
])('unknown words: %s', async (_, query, exact, unknown) => {
  const page = [
    makePage('a *diffusion *fisher-weighted, *Fréchet *study *as \\*epsilon-net of O(n^2) *ƒon2'),
  ];
  expect(await findUnknownWords(makeEngine(exact), query, page)).toEqual(unknown);
});

test('a day lets its papers through and keeps their order', async () => {
  const asked: unknown[] = [];
  const engine = {
    ...makeEngine({ '"ƒday20250311"': ['b', 'c', 'x'] }),
    debouncedSearch: async (...question: unknown[]) => {
      asked.push(question.slice(0, 2));
      return respond('c', 'a', 'b');
    },
  } as unknown as Pagefind;
  const find = async (query: string, day: string) =>
    (await findPapers(engine, { query, day, hasCode: false }))?.map(({ id }) => id);
  expect(await find('', '2025-03-11')).toEqual(['c', 'b']);
  expect(await find('"a b"', '')).toEqual(['c', 'a', 'b']);
  expect(asked).toEqual([
    [null, { filters: {}, sort: { day: 'desc' } }],
    ['"a b"', { filters: {} }],
  ]);
});
