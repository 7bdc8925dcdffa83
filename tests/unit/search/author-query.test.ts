import { expect, test } from 'vitest';
import { divideQuery } from '../../../src/search/author-query.ts';

test.each<[string, string, [name: string, isQuoted: boolean][]]>([
  ['bridges', 'bridges', []],
  ['author:hinton', '', [['hinton', false]]],
  ['bridges author:"g. hinton" fast', 'bridges fast', [['g. hinton', true]]],
  ['author:“Ada Lovelace”', '', [['Ada Lovelace', true]]],
  ['author:"ada lov', '', [['ada lov', false]]],
  [
    'author:a author:b',
    '',
    [
      ['a', false],
      ['b', false],
    ],
  ],
  ['author:', '', []],
  ['"author:hinton"', '"author:hinton"', []],
  ['coauthor:hinton', 'coauthor:hinton', []],
])('%s', (query, words, authors) => {
  expect(divideQuery(query)).toMatchObject({
    words,
    authors: authors.map(([name, isQuoted]) => ({ name, isQuoted })),
  });
});
