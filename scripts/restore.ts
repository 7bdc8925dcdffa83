import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { brotliDecompressSync } from 'node:zlib';
import { createRestorer } from '../src/restore/create-restorer.ts';

/**
 * Restores JSON lines: `{"id","text"}` on stdin, `{"id","segments"}` on stdout, one for one. A bad
 * line ends it with exit code 1 and the line's number.
 */
export async function restoreLines(
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  modelPath: string,
): Promise<void> {
  const restorer = createRestorer(brotliDecompressSync(readFileSync(modelPath)));
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    let row: { id?: unknown; text?: unknown };
    try {
      row = JSON.parse(line) as { id?: unknown; text?: unknown };
    } catch (error) {
      throw new Error(
        `stdin:${number}: not JSON: ${(error as Error).message}\n  hint: one object {"id","text"} per line`,
      );
    }
    if (row === null || typeof row !== 'object' || typeof row.text !== 'string')
      throw new Error(
        `stdin:${number}: "text" is missing or no text\n  hint: one object {"id","text"} per line`,
      );
    write(`${JSON.stringify({ id: row.id ?? null, segments: restorer.restore(row.text) })}\n`);
  }
}

if (import.meta.main) {
  const model = process.argv[2] ?? new URL('../src/restore/model.bin.br', import.meta.url).pathname;
  restoreLines(process.stdin, (line) => process.stdout.write(line), model).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
