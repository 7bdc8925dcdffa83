import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPaperIds } from '../../src/search/paper-ids.ts';
import { readRecords } from '../../src/search/title-records.ts';
import { shardCount, shardOf } from '../../src/search/title-shards.ts';
import { readVocabulary } from '../../src/search/word-list.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

beforeAll(async () => {
  archive = makeArchive();
  archive.write(
    '2025-03-11.txt',
    makeSeed(
      'Mar 11',
      ['Sparse Bridges', `${makeAbstract('bridges')} See https://github.com/x/y for code.`],
      ['Sampling from R^{d}', makeAbstract('sampling')],
    ),
  );
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Dense Bridges', makeAbstract('harbours')]));
  // The first title is in the ledger, as if it had been published.
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  archive.write('2025-03-13.txt', makeSeed('Mar 13', ['Solid Bridges', makeAbstract('harbours')]));
  const { code, output } = await archive.build({ SITE_URL: 'https://example.org/archive/' });
  expect(output).toContain('Built 3 papers');
  expect(code).toBe(0);
});
afterAll(() => archive.dispose());

const read = (path: string): string => readFileSync(join(archive.site, path), 'utf8');
const shard = (word: string) => readRecords(read(`search/titles/${shardOf(word)}.txt`));

describe('the index in front of Pagefind', () => {
  test('has every shard, so that none is asked for in vain', () => {
    expect(readdirSync(join(archive.site, 'search/titles'))).toHaveLength(shardCount);
  });

  test('has each paper under the words of its title, newest first', () => {
    expect(shard('bridges').map(({ slug }) => slug)).toEqual(['solid-bridges', 'sparse-bridges']);
    expect(shard('sparse')).toMatchObject([
      { title: 'Sparse Bridges', days: ['2025-03-11'], hasCode: true, hasMath: false },
    ]);
  });

  test('has titles with formulas as they are typeset', () => {
    const [paper] = shard('sampling');
    expect(paper).toMatchObject({ hasMath: true, isTypeset: true, title: 'Sampling from ℝᵈ' });
    const typeset = JSON.parse(read('search/typeset.json'));
    expect(Object.keys(typeset)).toEqual([paper?.slug]);
    expect(typeset[paper?.slug ?? '']).toMatch(/^Sampling from <span class="formula".*katex/);
  });

  test('knows papers by the names that Pagefind has for them', () => {
    const fragments = readdirSync(join(archive.site, 'pagefind/fragment'));
    const ids = readPaperIds(
      read('search/ids.txt'),
      ['bridges', 'sampling'].flatMap((word) => shard(word).map(({ slug }) => slug)),
    );
    expect([...ids].map((id) => `${id}.pf_fragment`).sort()).toEqual(fragments.sort());
  });

  test('has the words of two papers or more, and no keys', () => {
    const words = readVocabulary(read('search/words.txt')).map(({ word }) => word);
    expect(words).toContain('experiments');
    expect(words).not.toContain('harbours');
    expect(read('search/words.txt')).not.toMatch(/ƒ|day\d/);
  });
});

test('the description for browsers has absolute addresses', () => {
  expect(archive.html('index.html')).toContain(
    '<link rel="search" type="application/opensearchdescription+xml" title="Dayleaf" href="/archive/opensearch.xml">',
  );
  expect(read('opensearch.xml')).toContain(
    'template="https://example.org/archive/search/?q={searchTerms}"',
  );
});

test('the search page names the modules that it needs, and they are there', () => {
  const links = [
    ...archive.html('search/index.html').matchAll(/rel="modulepreload" href="([^"]+)"/g),
  ];
  const paths = links.map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(1);
  for (const path of paths) {
    expect(path.startsWith('/archive/')).toBe(true);
    expect(read(path.slice('/archive/'.length)).length).toBeGreaterThan(0);
  }
});

test('a retitled paper is known by its first slug too', () => {
  const ids = read('search/ids.txt');
  expect(readPaperIds(ids, ['solid-bridges']).size).toBe(1);
  expect(readPaperIds(ids, ['dense-bridges'])).toEqual(readPaperIds(ids, ['solid-bridges']));
});
