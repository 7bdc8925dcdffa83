import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { resolveDay } from '../src/archive/resolve-day.ts';
import { CaptureError, type Problem } from '../src/capture/problem.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { identifyCapture, readSeeds, type StoredCapture } from '../src/store/read-seeds.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { describeNotes, registerSeeds } from './register-seeds.ts';

const usage = `npm run seeds:add -- FILE… [--year 2025]
  FILE    a capture to copy into seeds/, or one that lies there already; - reads standard input
  --year  the year of the captures' date lines, where they have none`;

/** A capture on its way into the seeds folder. */
interface Incoming {
  bytes: Uint8Array;
  capture: StoredCapture;
  /** Its file's name in the seeds folder; undefined where it was pasted and has none yet. */
  name: string | undefined;
}

await exitOnFault(async () => {
  const { paths, year } = readArguments();
  const folder = seedsFolder();
  const incoming = await readAll(paths);
  const before = await readSeeds(folder);
  // A fault that is there already would stop the ledger from being written: nothing is copied then.
  if (before.problems.length > 0) throw new CaptureError(before.problems);
  const present = new Map(before.captures.map((c) => [c.sha256, basename(c.file)]));
  const years = new Map<string, number>();

  for (const { bytes, capture, name } of incoming) {
    if (year !== undefined) years.set(capture.sha256, year);
    const twin = present.get(capture.sha256);
    if (twin !== undefined) {
      if (twin !== name) console.log(`seeds/${twin} is this capture already.`);
      continue;
    }
    const target = freeName(folder, name ?? `${dayOf(capture, year)}.txt`);
    await writeAtomically(join(folder, target), bytes);
    present.set(capture.sha256, target);
  }

  const registration = await registerSeeds(folder, { years });
  for (const { capture } of incoming) {
    const entered = registration.archive.captures.find((c) => c.sha256 === capture.sha256);
    if (entered) console.log(`seeds/${entered.name}: ${entered.day}, ${entered.size} entries`);
  }
  for (const note of describeNotes(registration)) console.log(note);
  console.log(
    registration.isChanged
      ? 'seeds/ledger.json is up to date now.'
      : 'seeds/ledger.json knew all of it.',
  );
});

function readArguments(): { paths: string[]; year: number | undefined } {
  const parse = () => {
    try {
      return parseArgs({ allowPositionals: true, options: { year: { type: 'string' } } });
    } catch (error) {
      throw new UsageError(`${(error as Error).message}\n\n${usage}`);
    }
  };
  const { positionals, values } = parse();
  if (positionals.length === 0) throw new UsageError(usage);
  if (values.year !== undefined && !/^(19|20)\d\d$/.test(values.year)) {
    throw new UsageError(`--year takes a year such as 2025, not "${values.year}".`);
  }
  return { paths: positionals, year: values.year === undefined ? undefined : Number(values.year) };
}

/** All captures, or the faults of all. */
async function readAll(paths: readonly string[]): Promise<Incoming[]> {
  const problems: Problem[] = [];
  const incoming: Incoming[] = [];
  for (const path of paths) {
    const name = path === '-' ? undefined : basename(path);
    if (path === '-' && process.stdin.isTTY) console.log('Paste the page, then press Ctrl+D.');
    try {
      const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
      incoming.push({
        bytes,
        capture: identifyCapture(path === '-' ? 'standard-input.txt' : path, bytes),
        name,
      });
    } catch (error) {
      if (error instanceof CaptureError) problems.push(...error.problems);
      else if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        throw new UsageError(`There is no file ${path}.`);
      else throw error;
    }
  }
  if (problems.length > 0) throw new CaptureError(problems);
  return incoming;
}

/** A pasted capture is named after its day, so that its year is written down beside it. */
function dayOf(capture: StoredCapture, year: number | undefined): string {
  const today = new Date().toISOString().slice(0, 10);
  const day = resolveDay(capture, { year, today })?.day;
  if (day === undefined) throw new UsageError(`"${capture.date.text}" is no day of ${year}.`);
  return day;
}

function freeName(folder: string, name: string): string {
  const stem = name.replace(/\.txt$/, '');
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${stem}-${n}.txt`;
    if (!existsSync(join(folder, candidate))) return candidate;
  }
}
