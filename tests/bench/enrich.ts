import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openBytes } from '../../scripts/enrich/open-bytes.ts';
import { indexPapers } from '../../scripts/enrich/papers-to-match.ts';
import { readSourceFile } from '../../scripts/enrich/read-source-file.ts';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { readSoundArchive } from '../../scripts/register-seeds.ts';
import { seedsFolder } from '../../src/store/locations.ts';
import { measureCommand } from './measure-command.ts';

const usage = `npm run bench:enrich -- --from SAMPLE.jsonl.gz [--megabytes 1000]
  repeats a sample of arXiv's snapshot and takes it into the archive of DAYLEAF_SEEDS; target: at most 300 MB of
  memory, and half the speed of a reader that looks for ids and titles only`;

await exitOnFault(async () => {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, megabytes: { type: 'string', default: '1000' } },
  });
  const { from, megabytes } = values;
  if (from === undefined || !(Number(megabytes) > 0)) throw new UsageError(usage);
  const folder = await mkdtemp(join(tmpdir(), 'enrich-'));
  try {
    const file = join(folder, 'snapshot.json');
    const bytes = await repeat(from, file, Number(megabytes) * 1e6);
    const { seconds, peakBytes } = await measureCommand(
      [
        '--max-semi-space-size=4',
        '--heap-growing-percent=40',
        'scripts/enrich.ts',
        '--dry-run',
        file,
      ],
      process.cwd(),
      process.env,
    );
    const plain = await time(() => readLines(file));
    const { archive } = await readSoundArchive(seedsFolder());
    const index = indexPapers(archive.papers, []);
    const options = { index, source: 'bench', today: '2025-03-11' };
    const scan = await time(() => readSourceFile(file, options));
    const rate = (s: number): string => `${Math.round(bytes / 1e6 / s)} MB/s`;
    console.log(
      `${Math.round(bytes / 1e6)} MB, ${archive.papers.length} papers: lines alone ${rate(plain)}, enrich ${rate(scan)} (${(plain / scan).toFixed(2)} of it); the command ${seconds.toFixed(1)} s, peak ${Math.round((peakBytes ?? 0) / 1e6)} MB`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function time(action: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await action();
  return (performance.now() - begin) / 1000;
}

/** Looks for ids and titles in the lines of a file. */
async function readLines(file: string): Promise<number> {
  let found = 0;
  let rest = '';
  for await (const chunk of (await openBytes(file)).chunks) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (/"id": ?"([^"]*)"/.exec(line) && /"title": ?"((?:[^"\\]|\\.)*)"/.exec(line)) found++;
  }
  return found;
}

/** Writes a sample until the file has a size; copies after the first are other papers. @returns the size in bytes */
async function repeat(from: string, to: string, size: number): Promise<number> {
  const sample = await openBytes(from);
  const raw = `${to}.sample`;
  await pipeline(sample.chunks, createWriteStream(raw));
  let written = 0;
  async function* lines(): AsyncGenerator<string> {
    for (let copy = 0; written < size; copy++) {
      for await (const line of createInterface({ input: createReadStream(raw) })) {
        const text =
          copy === 0
            ? line
            : line.replace(/"(id|title|abstract)": ?" */g, (field) => `${field}${copy} copy `);
        written += Buffer.byteLength(text) + 1;
        yield `${text}\n`;
      }
    }
  }
  await pipeline(lines, createWriteStream(to));
  return written;
}
