import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/**
 * The bytes of the trained model, as `createRestorer` takes them. The project has it compressed,
 * beside the card that says what it was trained on.
 */
export function readModel(path = resolve('src/restore/model.bin.br')): Uint8Array {
  return brotliDecompressSync(readFileSync(path));
}
