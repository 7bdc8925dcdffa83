import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { noteAssumedName } from '../src/archive/explain-dates.ts';
import { findNearDuplicates } from '../src/archive/find-near-duplicates.ts';
import { emptyLedger, serialiseLedger } from '../src/archive/ledger.ts';
import { mergeLedgers } from '../src/archive/merge-ledgers.ts';
import { parseLedger } from '../src/archive/parse-ledger.ts';
import { firstDay, lastDay, type ResolvedDay, resolveDay } from '../src/archive/resolve-day.ts';
import { CaptureError, count, firstOf, quote, WHOLE_FILE } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { readSeeds, type Seeds, type StoredCapture } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { refuseLostLedger } from './lost-ledger.ts';
import { parseOptions } from './parse-options.ts';
import { type Incoming, readIncoming } from './read-incoming.ts';
import { checkRead, describePairs, type SoundArchive, writeLedger } from './register-seeds.ts';
import { warnOfResidue } from './warn-of-residue.ts';

const usage = `npm run seeds:add -- FILE… [--year 2025] [--new-ledger]
npm run seeds:add -- --ledger OTHER.json
  FILE          a capture to copy into seeds/, or one in that folder; - reads standard input
  --year        the year of the captures, for date lines without a year
  --new-ledger  creates a new ledger if the last one is lost: addresses may change
  --ledger      merges another ledger into seeds/ledger.json, as after a conflict in Git`;

/** A capture that is not in the seeds folder yet, with the name that it will have there. */
interface Newcomer {
  bytes: Uint8Array;
  capture: StoredCapture & { name: string };
}

await exitOnFault(async () => {
  const { paths, year, other, isNewLedger } = readArguments();
  const folder = seedsFolder();
  const incoming = await readIncoming(paths);
  const seeds = await readSeeds(folder);
  if (!isNewLedger) refuseLostLedger(seeds, folder);
  const merged = other === undefined ? seeds : mergeInto(seeds, other);
  const { newcomers, notes } = nameNewcomers(folder, incoming, seeds.captures, year);
  const years = new Map(
    year === undefined ? [] : incoming.map(({ capture }) => [capture.sha256, year] as const),
  );
  // Everything is checked before anything is written.
  const captures = [...seeds.captures, ...newcomers.map(({ capture }) => capture)];
  const checked = checkRead({ ...merged, captures }, { years });
  // The ledger is compared with the file on disk, not with the merged text.
  const isLedgerChanged = checked.isLedgerChanged || merged.ledger !== seeds.ledger;
  const sound = { ...checked, seeds, isLedgerChanged };
  await writeAll(folder, newcomers, sound);

  for (const { capture } of incoming) {
    const entered = sound.archive.captures.find((c) => c.sha256 === capture.sha256);
    if (entered) {
      const size = count(entered.size, 'entry', 'entries');
      console.log(`seeds/${entered.name}: ${entered.day}, ${size}`);
    }
  }
  for (const note of firstOf([...notes, ...sound.notes], 'more notes'))
    console.log(`note: ${note}`);
  for (const line of describePairs(findNearDuplicates(sound.archive.papers).pairs))
    console.log(line);
  const named = newcomers.map(({ capture }) => ({ ...capture, file: seedLabel(capture.name) }));
  for (const line of warnOfResidue(named)) console.log(line);
  console.log(
    sound.isLedgerChanged
      ? 'seeds/ledger.json is up to date now.'
      : 'seeds/ledger.json was up to date already.',
  );
});

/** Writes captures and ledger; removes the captures again if one of the files cannot be written. */
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

/** The given captures that are new, with unused names, and notes about them. */
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
    // A pasted capture is named after its day, which keeps its year.
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

/**
 * Returns the seeds with another ledger merged into theirs.
 * @throws {CaptureError} if both give one address to different papers
 */
function mergeInto(seeds: Seeds, path: string): Seeds {
  const last = lastDay(today());
  const label = seedLabel(ledgerName);
  const own = seeds.ledger === undefined ? emptyLedger : parseLedger(label, seeds.ledger, last);
  const { ledger, conflicts } = mergeLedgers(
    own,
    parseLedger(path, readFileSync(path, 'utf8'), last),
  );
  if (conflicts.length > 0)
    throw new CaptureError(
      conflicts.map(({ slug, titles: [ours, theirs] }) => ({
        ...{ file: path, ...WHOLE_FILE, code: 'ledger/two-papers' },
        message: `The address papers/${slug}/ is of ${quote(ours)} in ${label}, and of ${quote(theirs)} here.`,
        hint: `give the paper in ${path} another slug, and merge again.`,
      })),
    );
  return { ...seeds, ledger: serialiseLedger(ledger) };
}

interface Arguments {
  paths: string[];
  year: number | undefined;
  /** Path of a ledger to merge. */
  other: string | undefined;
  isNewLedger: boolean;
}

function readArguments(): Arguments {
  const options = {
    year: { type: 'string' },
    ledger: { type: 'string' },
    'new-ledger': { type: 'boolean', default: false },
  } as const;
  const { positionals, values } = parseOptions({ allowPositionals: true, options }, usage);
  const { year, ledger: other, 'new-ledger': isNewLedger } = values;
  if (positionals.length === 0 && other === undefined) throw new UsageError(usage);
  if (other !== undefined && !existsSync(other))
    throw new UsageError(`There is no file ${other}.\n\n${usage}`);
  const [first, last] = [firstDay, lastDay(today())].map((day) => day.slice(0, 4));
  if (year !== undefined && !(/^\d{4}$/.test(year) && year >= first && year <= last)) {
    throw new UsageError(`--year takes a year from ${first} to ${last}, not "${year}".`);
  }
  return {
    ...{ paths: positionals, other, isNewLedger },
    year: year === undefined ? undefined : Number(year),
  };
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
