import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { restoreLines } from '../../../scripts/restore.ts';
import { createRestorer } from '../../../src/restore/create-restorer.ts';
import { readModel } from '../../../src/store/read-model.ts';

const restorer = createRestorer(readModel());

async function run(input: string): Promise<string[]> {
  const lines: string[] = [];
  await restoreLines(Readable.from([input]), (line) => lines.push(line), restorer);
  return lines;
}

describe('restoreLines', () => {
  it('answers line for line', async () => {
    const lines = await run('{"id":"1","text":"needs O(n^2) time"}\n\n{"id":"2","text":"prose"}\n');
    expect(lines.map((l) => (JSON.parse(l) as { id: string; segments: unknown[] }).id)).toEqual([
      '1',
      '2',
    ]);
    expect(JSON.parse(lines[1])).toEqual({ id: '2', segments: [{ text: 'prose' }] });
  });
  it('names the line that is no JSON, or has no text', async () => {
    await expect(run('{"id":"1","text":"a"}\n{oops\n')).rejects.toThrow(/^stdin:2: not JSON/);
    await expect(run('{"id":"1"}\n')).rejects.toThrow(/^stdin:1: "text" is missing/);
    await expect(run('null\n')).rejects.toThrow(/^stdin:1:/);
  });
});
