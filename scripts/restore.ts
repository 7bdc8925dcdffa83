import { createInterface } from 'node:readline';
import { createRestorer, type Restorer } from '../src/restore/create-restorer.ts';
import { readModel } from '../src/store/read-model.ts';

const hint = 'hint: one object {"id","text"} per line';

/**
 * Restores JSON lines `{"id","text"}` and writes `{"id","segments"}` for each as soon as it is read.
 * @throws {Error} with its number, at the first line that is not such an object
 */
export async function restoreLines(
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  restorer: Restorer,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const { id, text } = readLine(line, number);
    write(`${JSON.stringify({ id, segments: restorer.restore(text) })}\n`);
  }
}

function readLine(line: string, number: number): { id: unknown; text: string } {
  let row: { id?: unknown; text?: unknown } | null;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new Error(`stdin:${number}: not JSON: ${(error as Error).message}\n  ${hint}`);
  }
  if (typeof row?.text !== 'string') {
    throw new Error(`stdin:${number}: "text" is missing or not a string\n  ${hint}`);
  }
  return { id: row.id ?? null, text: row.text };
}

if (import.meta.main) {
  try {
    const write = (line: string): unknown => process.stdout.write(line);
    await restoreLines(process.stdin, write, createRestorer(readModel()));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
