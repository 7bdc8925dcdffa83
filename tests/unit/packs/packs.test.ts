import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manifestFormat, nameDigest, readManifest } from '../../../src/packs/manifest.ts';
import {
  packedPath,
  readFileTable,
  readPackHead,
  writeHeads,
  writePack,
} from '../../../src/packs/pack-format.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a table of these packs gives for a path. */
function readBack(packs: Record<string, Uint8Array>, path: string): string | undefined {
  const heads = new Map(Object.entries(packs).map(([name, pack]) => [name, readPackHead(pack)]));
  return readFileTable(writeHeads(heads))
    .get(path)
    ?.map(({ pack, begin, end }) => new TextDecoder().decode(packs[pack]?.subarray(begin, end)))
    .join('');
}

describe('a pack', () => {
  test('begins with a line of JSON that says what is in it', () => {
    const pack = writePack([
      { path: 'a.txt', content: bytes('é\n') },
      { path: 'papers/x/index.html', content: bytes('page') },
    ]);
    expect(new TextDecoder().decode(pack)).toBe('[["a.txt",3],["papers/x/index.html",4]]\né\npage');
  });

  test('gives back whatever was put into it, under any path', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.uint8Array()), {
          selector: ([path]) => path,
        }),
        (files) => {
          const pack = writePack(files.map(([path, content]) => ({ path, content })));
          const table = readFileTable(writeHeads(new Map([['p', readPackHead(pack)]])));
          for (const [path, content] of files) {
            const [piece] = table.get(path) ?? [];
            expect(pack.subarray(piece?.begin, piece?.end)).toEqual(content);
          }
        },
      ),
    );
  });

  test('without a complete first line is refused', () => {
    expect(() => readPackHead(bytes('[["a",1]]'))).toThrow(SyntaxError);
  });
});

describe('the table of files', () => {
  // As earlier versions wrote them, and readers may have kept them.
  const head = bytes('[["x",4,0,2]]\none ');
  const tail = bytes('[["x",3,1,2]]\ntwo');

  test('puts a divided file together, in whatever order its packs come', () => {
    expect(readBack({ tail, head }, 'x')).toBe('one two');
    expect(readBack({ head, tail }, 'x')).toBe('one two');
  });

  test('has no file of which a part is missing', () => {
    expect(readBack({ head }, 'x')).toBeUndefined();
    expect(readBack({ tail }, 'x')).toBeUndefined();
  });
});

describe('a manifest', () => {
  test('of another format is refused, and says so', () => {
    expect(() => readManifest('{"format":0}')).toThrow(
      `the manifest has format 0, not ${manifestFormat}`,
    );
  });

  test('names what it has by 16 hexadecimal digits', () => {
    expect(nameDigest(new Uint8Array([0, 10, 255, 1, 2, 3, 4, 5, 6, 7]))).toBe('000aff0102030405');
  });
});

test.each([
  [
    'pagefind/segments/0123456789abcdef/fragment/en_1.pf_fragment',
    'pagefind/fragment/en_1.pf_fragment',
  ],
  ['pagefind/segments/0123456789abcdef/index/en_1.pf_index', undefined],
  ['papers/pagefind/segments/x/fragment/index.html', undefined],
])('%s does not name a segment in packs if it is a fragment', (path, expected = path) => {
  expect(packedPath(path)).toBe(expected);
});
