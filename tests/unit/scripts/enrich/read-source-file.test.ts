import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSourceFile } from '../../../../scripts/enrich/read-source-file.ts';
import { PaperIndex } from '../../../../src/metadata/paper-index.ts';
import { makePaper, makeWords } from '../../metadata/make-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enrich-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A line of the snapshot. */
const line = (id: string, title: string, abstract: string): string =>
  JSON.stringify({
    ...{ id, submitter: null, title, categories: 'cs.CL', abstract },
    ...{ versions: [{ created: 'Sat, 1 Mar 2025 19:18:42 GMT' }], update_date: '2025-03-01' },
    authors_parsed: [['King', 'Ada', '']],
  });
const foreign = (n: number): string =>
  line(`2401.${10_000 + n}`, `Foreign ${n}`, makeWords(9000 + n));

const papers = [
  makePaper('known', 'Known by Id', makeWords(0), { arxivId: '2503.00001' }),
  makePaper('titled', 'Schrödinger’s alpha Bridge on R', makeWords(200)),
  makePaper('retitled', 'Before', `kappa ${makeWords(400)}`),
];
const snapshot = [
  foreign(1),
  line('2503.00001', 'Another title', makeWords(700)),
  foreign(2),
  line('2503.00002', 'Schr\\"odinger\'s\n  $\\alpha$ Bridge on $\\mathbb{R}$', makeWords(800)),
  line('2503.00003', 'After', `  $\\kappa$ ${makeWords(400)}`),
  foreign(3),
].join('\n');
const ids = ['2503.00001', '2503.00002', '2503.00003'];

async function read(bytes: string | Uint8Array) {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  const index = new PaperIndex(papers);
  const { records, skipped } = await readSourceFile(file, {
    ...{ index, source: 'books', today: '2026-01-01' },
  });
  return { ids: records.map(({ id }) => id), skipped };
}

/** A ZIP archive of files. */
function zip(files: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(text), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(Buffer.byteLength(text), 18);
    shared.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(
      Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
      shared,
      place,
      Buffer.from(name),
    );
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end]);
}

describe('the snapshot', () => {
  it.each([
    ['plain', snapshot],
    ['with a line end at its end', `${snapshot}\n`],
    ['of Windows', snapshot.replaceAll('\n', '\r\n')],
    ['packed by gzip', gzipSync(snapshot)],
    ['in a ZIP archive', zip({ 'snapshot.json': snapshot })],
  ])('gives the records that may be papers: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ ids, skipped: [] });
  });

  it('is read whole, however its lines fall into chunks', async () => {
    const many = Array.from({ length: 1500 }, (_, n) => foreign(n)).join('\n');
    expect(await read(`${many}\n${snapshot}\n${many}\n${snapshot}`)).toEqual({ ids, skipped: [] });
  });

  it('may have broken lines, which are counted', async () => {
    const [a = '', b = ''] = snapshot.split('\n');
    const cutOff = '{"id": "2503.00001", "title": "Cut of';
    const wrong = '{"id": "2503.00002", "title": "Known by Id", }';
    const lines = [a, wrong, 'nonsense', '', b, '{"id": 3}', cutOff];
    const { ids: found, skipped } = await read(lines.join('\n'));
    expect(found).toEqual(['2503.00001']);
    expect(skipped).toEqual([
      expect.stringContaining('lines that are not records of arXiv were skipped: 2, 3, 6, 7.'),
    ]);
  });

  it.each([
    ['gzip', gzipSync(snapshot)],
    ['ZIP', zip({ 'snapshot.json': snapshot })],
  ])('is refused if its %s is cut off', async (_, bytes) => {
    await expect(read(bytes.subarray(0, -30))).rejects.toThrow('ends too early');
  });
});

describe('other files', () => {
  it('are read at once, whatever they are packed by', async () => {
    const bib = '@misc{a,\n  title = {Light}\n}\n';
    expect((await read(bib)).ids).toEqual(['a']);
    expect((await read(gzipSync(bib))).ids).toEqual(['a']);
  });

  it.each([
    ['two files', zip({ a: 'x', b: 'y' }), 'has 2 files; it must have one'],
    ['no file', zip({ 'folder/': '' }), 'has no file; it must have one'],
  ])('are refused in an archive with %s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('are named if they do not exist', async () => {
    const options = { index: new PaperIndex([]), source: 'books', today: '2026-01-01' };
    await expect(readSourceFile(join(folder, 'no'), options)).rejects.toThrow('There is no file');
    await expect(readSourceFile(folder, options)).rejects.toThrow('is a folder');
  });
});
