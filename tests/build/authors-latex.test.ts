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

beforeAll(async () => {
  archive = makeArchive();
  archive.write(
    '2025-03-11.txt',
    makeSeed('Mar 11', [channel(title), captured], ['Another Paper', makeAbstract('bounds')]),
  );
  const common = {
    paper: 'a-bound-of-n-steps',
    source: 'arxiv',
    date: '2025-03-12',
    match: 'id',
  } as const;
  archive.write(
    'metadata.jsonl',
    serialiseFacts([
      { ...common, field: 'title', value: title },
      { ...common, field: 'abstract', value: raw },
    ]),
  );
  expect((await archive.build()).output).toContain("the authors' own 2;");
}, 240_000);
afterAll(() => archive.dispose());

const page = 'papers/a-bound-of-n-steps/index.html';
const readAbstract = (): RevisionData['abstract'] => {
  const lines = readFileSync(join(archive.site, 'api/papers.jsonl'), 'utf8').trim().split('\n');
  const papers = lines.map((line): PaperData => JSON.parse(line));
  return papers.find(({ slug }) => slug === 'a-bound-of-n-steps')?.abstract ?? expect.fail();
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
  const { code, output } = await archive.run('scripts/correct.ts', [
    ...['a-bound-of-n-steps', '--captured', 'RinR^{stimes d}'],
    ...['--latex', 'R\\in\\mathbb{R}^{s\\times d}'],
  ]);
  expect({ code, output }).toMatchObject({ code: 0 });
  const listed = await archive.run('scripts/correct.ts', ['a-bound-of-n-steps']);
  expect(listed.output).toMatch(/title +authors' +n /);
  expect(listed.output).toMatch(/abstract +corrected +RinR/);
  expect((await archive.build()).output).toContain("the authors' own 1;");
  expect(readAbstract().restored).toContain('It is $R\\in\\mathbb{R}^{s\\times d}$ here.');
}, 240_000);
