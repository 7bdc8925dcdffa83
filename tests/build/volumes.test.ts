import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IndexData, VolumeData } from '../../src/export/data-schemas.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { ChangedProject } from './changed-project.ts';

let archive: ArchiveFixture;
let cwd: string;
const env = { SITE_URL: 'https://example.org/archive/' };
/** Volumes are this small in a changed project, and so are files of all papers. */
const volumeSize = 16;

const makePapers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i): [string, string] => [
    `Paper Number ${from + i}`,
    `${makeAbstract(`subject ${from + i}`)} It takes $n^{${from + i}}$ steps.`,
  ]);

async function build(): Promise<void> {
  const { code, output } = await archive.run('scripts/build.ts', [], { env, cwd });
  expect(code, output).toBe(0);
}

beforeAll(async () => {
  archive = makeArchive();
  [cwd = ''] = new ChangedProject(archive.folder, 1).folders;
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ...makePapers(0, volumeSize + 2)));
  await build();
});
afterAll(() => archive.dispose());

const readVolumes = () =>
  Object.fromEntries(
    readdirSync(join(archive.site, 'volumes')).map((file) => [
      file,
      readFileSync(join(archive.site, 'volumes', file), 'utf8'),
    ]),
  );
const ofFirst = (files: Record<string, string>) =>
  Object.entries(files).filter(([file]) => file.startsWith('1.'));
const readList = () =>
  archive
    .html('api/papers.jsonl')
    .trimEnd()
    .split('\n')
    .map((line): VolumeData => JSON.parse(line));

test('a large archive lists a file of papers for each volume', async () => {
  const files = readVolumes();
  expect(Object.keys(files).sort()).toEqual([
    ...['1.bib', '1.csl.json', '1.jsonl', '1.md', '1.ris', '2.jsonl', '2.md'],
  ]);
  expect(readList()).toMatchObject([
    {
      ...{ volume: 1, papers: volumeSize, closed: true },
      url: 'https://example.org/archive/volumes/1.jsonl',
      sha256: createHash('sha256')
        .update(files['1.jsonl'] ?? '')
        .digest('hex'),
    },
    { volume: 2, papers: 2, closed: false },
  ]);
  expect(archive.html('papers.bib').match(/^@misc/gm)).toHaveLength(2);
  const { volumes }: IndexData = JSON.parse(archive.html('api/index.json'));
  const urls = volumes.flatMap(({ files }) => files.map(({ url }) => url));
  expect(urls.map((url) => url.replace(/.*\//, '')).sort()).toEqual(Object.keys(files).sort());
  const { output, code } = await archive.run('tests/check-site.ts', [], { env, cwd });
  expect(code, output).toBe(0);
});

test('papers that are added change no file of a closed volume', async () => {
  const before = readVolumes();
  archive.write('2025-01-02.txt', makeSeed('Jan 2', ...makePapers(100, 103)));
  await build();
  const after = readVolumes();
  expect(ofFirst(after)).toEqual(ofFirst(before));
  expect(after['2.jsonl']?.startsWith(before['2.jsonl'] ?? '-')).toBe(true);
  expect(readList()[1]).toMatchObject({ volume: 2, papers: 5 });
});

test('a paper that is listed again and retitled changes its own volume', async () => {
  const before = readVolumes();
  const [[, abstract] = ['', '']] = makePapers(3, 4);
  archive.write('2025-04-01.txt', makeSeed('Apr 1', ['A Wholly New Name', abstract]));
  await build();
  const after = readVolumes();
  expect(after['1.md']).toContain('\n# A Wholly New Name\n');
  expect(after['2.jsonl']).toBe(before['2.jsonl']);
  expect(readList().map(({ papers }) => papers)).toEqual([volumeSize, 5]);
});
