import { expect, it } from 'vitest';
import { makeIndexFiles } from '../../../../scripts/portable/index-files.ts';
import { readAuthors } from '../../../../src/search/author-shards.ts';
import { readPaperIds } from '../../../../src/search/paper-ids.ts';
import { papersFile } from '../../../../src/search/text-index.ts';
import { readRecords } from '../../../../src/search/title-records.ts';
import { shardOf } from '../../../../src/search/title-shards.ts';

it('calls a paper by its number, wherever it is named', () => {
  const papers = ['Dense Harbours', 'Slow Bridges'].map((title, i) => ({
    record: {
      ...{ id: `slug-${i}`, slug: `slug-${i}`, title, days: ['2025-03-11'] },
      ...{ hasCode: false, hasMath: false, hasAuthors: false, isTypeset: false },
    },
    ...{ authors: ['Ada Lovelace'], facets: {}, formerSlugs: i === 1 ? ['former'] : [] },
    readContent: () => title,
  }));
  const files = makeIndexFiles(papers, 'version');
  const ids = (file: string) => readRecords(files.get(file) ?? '').map(({ id }) => id);
  expect(ids(papersFile)).toEqual(['0', '1']);
  expect(ids(`titles/${shardOf('bridges')}.txt`)).toEqual(['1']);
  const known = (...slugs: string[]) => [...readPaperIds(files.get('ids.txt') ?? '', slugs)];
  expect(known('slug-0', 'slug-1')).toEqual(['0', '1']);
  expect(known('former')).toEqual(['1']);
  expect(known('unknown')).toEqual([]);
  const shard = files.get(`authors/${shardOf('lovelace')}.txt`) ?? '';
  expect(readAuthors(shard)).toEqual([{ name: 'Ada Lovelace', ids: ['0', '1'] }]);
});
