import { describe, expect, test } from 'vitest';
import { findPapers, findUnknownWords } from '../../../../src/client/search/find-papers.ts';
import type {
  Pagefind,
  PagefindResponse,
  PagefindResult,
} from '../../../../src/client/search/pagefind.ts';
import { readState, toRequest } from '../../../../src/client/search/search-state.ts';

/** A paper found by its words with asterisks. */
function makePage(text: string): PagefindResult {
  const words = text.split(' ');
  return {
    url: '/papers/x/',
    filters: {},
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

describe('findPapers', () => {
  const asked: unknown[] = [];
  const engine = {
    ...makeEngine({
      '"ƒday20250311"': ['b', 'c', 'x'],
      ƒday202503: ['a', 'b', 'c', 'x'],
      '"ƒhasmath"': ['d', 'b'],
    }),
    debouncedSearch: async (...question: unknown[]) => {
      asked.push(question.slice(0, 2));
      return respond('d', 'c', 'a', 'b');
    },
  } as unknown as Pagefind;
  const find = async (
    address: string,
    saved?: ReadonlySet<string>,
    days?: ReadonlyMap<string, string>,
  ) =>
    (
      await findPapers(
        engine,
        toRequest(readState(address)),
        0,
        saved ? [saved] : [],
        async () => days,
      )
    )?.map(({ id }) => id);

  test.each<[string, string[]]>([
    ['?q=x', ['d', 'c', 'a', 'b']],
    ['?q=x&day=2025-03-11', ['c', 'b']],
    ['?q=x&month=2025-03', ['c', 'a', 'b']],
    ['?q=x&math=1', ['d', 'b']],
    ['?q=x&math=1&day=2025-03-11', ['b']],
    ['?q=x&month=2025-03&day=2025-03-11', ['c', 'b']],
  ])('%s lets papers through and keeps their order', async (address, ids) => {
    expect(await find(address)).toEqual(ids);
  });

  test('the reading list lets its papers through', async () => {
    expect(await find('?q=x', new Set(['b', 'd', 'z']))).toEqual(['d', 'b']);
    expect(await find('?q=x&day=2025-03-11', new Set(['b', 'd', 'z']))).toEqual(['b']);
    expect(await find('?q=x', new Set())).toEqual([]);
  });

  test.each<[string, unknown[]]>([
    ['?q=x', ['x', { filters: {} }]],
    ['?q="a b"&code=1', ['"a b"', { filters: { has: ['code'] } }]],
    ['?q=x&sort=date', ['x', { filters: {}, sort: { day: 'desc' } }]],
    ['?math=1', [null, { filters: {}, sort: { day: 'desc' } }]],
  ])('%s is asked as Pagefind takes it', async (address, question) => {
    asked.length = 0;
    await find(address);
    expect(asked).toEqual([question]);
  });

  test('by date, the papers of several segments are put in order of time, what is unknown last', async () => {
    const days = new Map(['a', 'b', 'd'].map((id, i) => [id, `2025-03-1${9 - i}`]));
    expect(await find('?q=x&sort=date', undefined, days)).toEqual(['a', 'b', 'd', 'c']);
    expect(await find('?q=x', undefined, days)).toEqual(['d', 'c', 'a', 'b']);
  });

  test('a later search takes over', async () => {
    const late = { ...engine, debouncedSearch: async () => null } as unknown as Pagefind;
    expect(await findPapers(late, toRequest(readState('?q=x&day=2025-03-11')), 0)).toBeNull();
  });
});
