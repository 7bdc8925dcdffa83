import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { makeApiAnswer } from './make-api-answer.ts';

let archive: ArchiveFixture;

beforeAll(async () => {
  archive = makeArchive();
  archive.write(
    'day.json',
    makeApiAnswer('2025-03-11', [
      ['2503.03602', 'A Second Paper'],
      ['2503.03601', 'A First Paper'],
      ['2412.00001', 'An Earlier Paper'],
      ['math/0211159', 'An Old Paper'],
    ]),
  );
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['No Id', makeAbstract('nothing')]));
  const { code, output } = await archive.build({ SITE_URL: 'https://example.org/archive/' });
  expect({ code, output }).toMatchObject({ code: 0 });
});
afterAll(() => archive.dispose());

test('papers with arXiv ids are in a file for each month of arXiv, and in no other', () => {
  const folder = join(archive.site, 'arxiv-ids');
  const texts = readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  expect(texts).toEqual([
    ['2412.json', '{"00001":"an-earlier-paper"}'],
    ['2503.json', '{"03601":"a-first-paper","03602":"a-second-paper"}'],
    ['math-0211.json', '{"159":"an-old-paper"}'],
  ]);
});

test('one rule leads every id to the page that looks it up, which is the only one', () => {
  expect(readFileSync(join(archive.site, '_redirects'), 'utf8')).toBe(
    '/archive/arxiv/* /archive/arxiv/ 200\n',
  );
  expect(readdirSync(join(archive.site, 'arxiv'))).toEqual(['index.html']);
});

test('data and citations of a paper have its arXiv id', () => {
  const lines = readFileSync(join(archive.site, 'api/papers.jsonl'), 'utf8').trim().split('\n');
  const ids = lines.map((line) => JSON.parse(line)).map(({ slug, arxivId }) => [slug, arxivId]);
  expect(Object.fromEntries(ids)).toMatchObject({
    ...{ 'a-first-paper': '2503.03601', 'an-old-paper': 'math/0211159', 'no-id': undefined },
  });
  expect(readFileSync(join(archive.site, 'papers.bib'), 'utf8')).toContain('2503.03601');
});
