import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isPacked } from '../../src/packs/is-packed.ts';
import {
  manifestPath,
  packPath,
  packsOf,
  pointerPath,
  readManifest,
} from '../../src/packs/manifest.ts';
import { packedPath, readFileTable } from '../../src/packs/pack-format.ts';
import type { Finding, SiteCheck } from './site-pages.ts';

/** The packs have every file of the site, each as the site has it. */
export const wholePacks: SiteCheck = {
  name: 'every file is in the packs for offline, as it is in the site',
  async find({ folder, files }) {
    const read = (path: string): Promise<Buffer> => readFile(join(folder, path));
    const { build } = JSON.parse((await read(pointerPath)).toString());
    const manifest = readManifest((await read(manifestPath(build))).toString());
    const packs = new Map<string, Buffer>();
    for (const { name } of packsOf(manifest, true))
      packs.set(name, gunzipSync(await read(packPath(name))));
    const table = readFileTable(String(packs.get(manifest.tables.whole.name)));
    const findings: Finding[] = [];
    for (const file of files) {
      if (!isPacked(file)) continue;
      const pieces = table.get(packedPath(file));
      const content = await read(file);
      const expected = isZipped(file, content) ? gunzipSync(content) : content;
      if (!pieces) findings.push({ file, message: 'is in no pack' });
      else if (
        !expected.equals(
          Buffer.concat(
            pieces.map(
              ({ pack, begin, end }) => packs.get(pack)?.subarray(begin, end) ?? Buffer.alloc(0),
            ),
          ),
        )
      )
        findings.push({ file, message: 'was changed after the packs were made' });
    }
    return findings;
  },
};

/** Pagefind's files are in the packs as they are when they are unpacked. */
const isZipped = (file: string, content: Buffer): boolean =>
  file.startsWith('pagefind/') && content[0] === 0x1f && content[1] === 0x8b;
