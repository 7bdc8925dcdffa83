import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** The uncompressed bytes of the model the project ships. */
export function loadModel(): Uint8Array {
  return brotliDecompressSync(
    readFileSync(new URL('../../../src/restore/model.bin.br', import.meta.url)),
  );
}
