import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorShards, makeAuthorShards, readAuthors } from '../../../src/search/author-shards.ts';
import { matchAuthors } from '../../../src/search/match-authors.ts';

const authors = [
  ...['Geoffrey Hinton', 'G. E. Hinton', 'László Lovász', 'Conan O’Neil', 'Li Hao'],
  ...['Song Han', 'Han Song', 'S. Han', 'Han X. Song'],
].map((name) => ({ name }));
const find = (name: string, isQuoted = true): string[] =>
  matchAuthors(authors, { name, isQuoted }).map((author) => author.name);

describe('matchAuthors', () => {
  it.each<[string, string[]]>([
    ['hinton', ['Geoffrey Hinton', 'G. E. Hinton']],
    ['hinton, g', ['Geoffrey Hinton', 'G. E. Hinton']],
    ['Geoffrey Hinton', ['Geoffrey Hinton', 'G. E. Hinton']],
    ['lovasz', ['László Lovász']],
    ['oneil', ['Conan O’Neil']],
    ['hao li', ['Li Hao']],
    ['Song Han', ['Song Han', 'S. Han']],
    ['han, song', ['Song Han', 'S. Han']],
    ['s han', ['Song Han', 'S. Han']],
    ['Han Song', ['Han Song', 'Han X. Song']],
    ['song x han', ['Han X. Song']],
    ['x hinton', []],
    // An initial alone matches only a name that has it as an initial.
    ['g', ['G. E. Hinton']],
    ['', []],
  ])('finds %s', (name, expected) => {
    expect(find(name)).toEqual(expected);
  });

  it('takes the last word for a beginning unless it is quoted', () => {
    expect(find('geoffrey hint', false)).toEqual(['Geoffrey Hinton', 'G. E. Hinton']);
    expect(find('geoffrey hint')).toEqual([]);
  });
});

describe('the shards of authors', () => {
  const word = fc.constantFrom('Ada', 'José', 'Łukasz', 'Bortoli', 'Çelik', 'Nguyễn', 'Ørsted');
  const plain = (name: string): string =>
    name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('Ł', 'L').replaceAll('Ø', 'O');

  it('find each author by full name, family name, and initial with family name', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 8 }), (names) => {
        const papers = names.map(([given, family], i) => ({
          id: `p${i}`,
          authors: [`${given} ${family}`],
        }));
        const shards = makeAuthorShards(papers);
        names.forEach(([given, family], i) => {
          const typed = [`${given} ${family}`, family, `${given.charAt(0)}. ${family}`];
          for (const name of [...typed, ...typed.map(plain)]) {
            const read = authorShards(name).flatMap((shard) => readAuthors(shards[shard] ?? ''));
            const ids = matchAuthors(read, { name, isQuoted: true }).flatMap(({ ids }) => ids);
            expect(ids).toContain(`p${i}`);
          }
        });
      }),
    );
  });
});
