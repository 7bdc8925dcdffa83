import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { noteAssumedName } from '../src/archive/explain-dates.ts';
import { findUncertain } from '../src/archive/find-uncertain.ts';
import { firstDay, lastDay, type ResolvedDay, resolveDay } from '../src/archive/resolve-day.ts';
import { count } from '../src/capture/problem.ts';
import { seedLabel } from '../src/capture/seed-name.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { readSeeds, type StoredCapture } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { type Incoming, readIncoming } from './read-incoming.ts';
import { checkRead, describePairs, type SoundArchive, writeLedger } from './register-seeds.ts';
import { warnOfResidue } from './warn-of-residue.ts';

const usage = `npm run seeds:add -- FILE… [--year 2025]
  FILE    a capture to copy into seeds/, or one that lies there already; - reads standard input
  --year  the year of the captures' date lines, where they have none`;

/** A capture that is not in the seeds folder yet, under the name that it will have there. */
interface Newcomer {
  bytes: Uint8Array;
  capture: StoredCapture & { name: string };
}

await exitOnFault(async () => {
  const { paths, year } = readArguments();
  const folder = seedsFolder();
  const incoming = await readIncoming(paths);
  const seeds = await readSeeds(folder);
  const { newcomers, notes } = nameNewcomers(folder, incoming, seeds.captures, year);
  const years = new Map(
    year === undefined ? [] : incoming.map(({ capture }) => [capture.sha256, year] as const),
  );
  // All is known to be sound before anything is written.
  const captures = [...seeds.captures, ...newcomers.map(({ capture }) => capture)];
  const sound = checkRead({ ...seeds, captures }, { years });
  await writeAll(folder, newcomers, sound);

  for (const { capture } of incoming) {
    const entered = sound.archive.captures.find((c) => c.sha256 === capture.sha256);
    if (entered) {
      const size = count(entered.size, 'entry', 'entries');
      console.log(`seeds/${entered.name}: ${entered.day}, ${size}`);
    }
  }
  for (const note of [...notes, ...sound.notes]) console.log(`note: ${note}`);
  for (const line of describePairs(findUncertain(sound.archive.papers).pairs)) console.log(line);
  const named = newcomers.map(({ capture }) => ({ ...capture, file: seedLabel(capture.name) }));
  for (const line of warnOfResidue(named)) console.log(line);
  console.log(
    sound.isLedgerChanged
      ? 'seeds/ledger.json is up to date now.'
      : 'seeds/ledger.json knew all of it.',
  );
});

/** Writes captures and ledger, or neither: what was written of them is taken back. */
async function writeAll(
  folder: string,
  newcomers: readonly Newcomer[],
  sound: SoundArchive,
): Promise<void> {
  const written: string[] = [];
  try {
    for (const { bytes, capture } of newcomers) {
      const path = join(folder, capture.name);
      await writeAtomically(path, bytes);
      written.push(path);
    }
    await writeLedger(folder, sound);
  } catch (error) {
    for (const path of written) await rm(path, { force: true }).catch(() => {});
    throw error;
  }
}

/** Those of the given captures that are new, with names that are free, and what is to be said of them. */
function nameNewcomers(
  folder: string,
  incoming: readonly Incoming[],
  present: readonly StoredCapture[],
  year: number | undefined,
): { newcomers: Newcomer[]; notes: string[] } {
  const newcomers: Newcomer[] = [];
  const notes: string[] = [];
  const names = new Map(present.toReversed().map((c) => [c.sha256, basename(c.file)]));
  const taken = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (const { bytes, capture, isPasted } of incoming) {
    const twin = names.get(capture.sha256);
    if (twin !== undefined) {
      if (isPasted || twin !== basename(capture.file))
        console.log(`seeds/${twin} is this capture already.`);
      continue;
    }
    // What was pasted is named after its day, so that its year is written down beside it.
    const resolved = isPasted ? resolvePasted(capture, year) : undefined;
    const name = freeName(taken, resolved ? `${resolved.day}.txt` : basename(capture.file));
    const nameDate = resolved?.day ?? capture.nameDate;
    if (resolved?.source === 'assumed')
      notes.push(noteAssumedName({ ...capture, file: seedLabel(name) }, resolved.day));
    newcomers.push({ bytes, capture: { ...capture, name, ...(nameDate && { nameDate }) } });
    names.set(capture.sha256, name);
    taken.add(name);
  }
  return { newcomers, notes };
}

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
  const [first, last] = [firstDay, lastDay(today())].map((day) => day.slice(0, 4));
  const { year } = values;
  if (year !== undefined && !(/^\d{4}$/.test(year) && year >= first && year <= last)) {
    throw new UsageError(`--year takes a year from ${first} to ${last}, not "${year}".`);
  }
  return { paths: positionals, year: year === undefined ? undefined : Number(year) };
}

function resolvePasted(capture: StoredCapture, year: number | undefined): ResolvedDay {
  const resolved = resolveDay(capture, { year, today: today() });
  if (resolved === undefined)
    throw new UsageError(`"${capture.date.text}" is no day of ${year}; nothing was added.`);
  return resolved;
}

function freeName(taken: ReadonlySet<string>, name: string): string {
  const stem = name.replace(/\.txt$/, '');
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${stem}-${n}.txt`;
    if (!taken.has(candidate)) return candidate;
  }
}
