import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaperData, RevisionData } from '../../src/export/data-schemas.ts';
import { serialiseFacts } from '../../src/metadata/fact.ts';
import { channel } from '../../src/restore/channel.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

const raw = `${makeAbstract('matrices')} It is $\\hat{R}\\in\\mathfrak{R}^{s\\times d}$ here. It takes $\\tilde{O}(n)$ steps.`;
/** Another version of the paper has another last sentence. */
const captured = channel(raw).replace('steps', 'passes');
const title = 'A Bound of $\\mathfrak{n}$ Steps';
/** The abstract of a paper of which a formula is corrected. */
const corrected = `${makeAbstract('tides')} Let $\\hat{T}\\in\\mathfrak{T}^{p\\times q}$ rise.`;

beforeAll(async () => {
  archive = makeArchive();
  archive.write(
    '2025-03-11.txt',
    makeSeed(
      'Mar 11',
      [channel(title), captured],
      ['Another Paper', makeAbstract('bounds')],
      ['Tides', channel(corrected)],
    ),
  );
  const common = { source: 'arxiv', date: '2025-03-12', match: 'id' } as const;
  const bound = { ...common, paper: 'a-bound-of-n-steps' } as const;
  archive.write(
    'metadata.jsonl',
    serialiseFacts([
      { ...bound, field: 'title', value: title },
      { ...bound, field: 'abstract', value: raw },
      { ...common, paper: 'tides', field: 'abstract', value: corrected },
    ]),
  );
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  const { code, output } = await archive.run('scripts/correct.ts', [
    ...['tides', '--captured', 'TinT^{ptimes q}'],
    ...['--latex', 'T\\in\\mathbb{T}^{p\\times q}'],
  ]);
  expect(code, output).toBe(0);
  expect((await archive.build()).output).toContain("the authors' own 2;");
}, 240_000);
afterAll(() => archive.dispose());

const page = 'papers/a-bound-of-n-steps/index.html';
const readAbstract = (of = 'a-bound-of-n-steps'): RevisionData['abstract'] => {
  const lines = readFileSync(join(archive.site, 'api/papers.jsonl'), 'utf8').trim().split('\n');
  const papers = lines.map((line): PaperData => JSON.parse(line));
  return papers.find(({ slug }) => slug === of)?.abstract ?? expect.fail();
};

test('takes the place of what was restored, in the sentences that are the same', () => {
  const { segments, restored } = readAbstract();
  const bound = '\\hat{R}\\in\\mathfrak{R}^{s\\times d}';
  expect(segments).toContainEqual({ captured: 'RinR^{stimes d}', latex: bound, original: true });
  expect(restored).toContain(`It is $${bound}$ here. It takes`);
  expect(restored).not.toContain('tilde');
});

test('says on the page that it is', () => {
  expect(archive.html(page)).toMatch(
    /<h1[^>]*>A Bound of <span class="formula"[^>]* data-original/,
  );
  expect(archive.text(page)).toMatch(
    /RinR\^\{stimes d\}\s+\\hat\{R\}\S+\s+\S* ?d\}\s+authors’ own/,
  );
});

test('gives way to a correction', async () => {
  const [authors, corrections] = await Promise.all(
    ['a-bound-of-n-steps', 'tides'].map((slug) => archive.run('scripts/correct.ts', [slug])),
  );
  expect(authors?.output).toMatch(/title +authors' +n /);
  expect(corrections?.output).toMatch(/abstract +corrected +TinT/);
  expect(readAbstract('tides').restored).toContain('Let $T\\in\\mathbb{T}^{p\\times q}$ rise.');
});
