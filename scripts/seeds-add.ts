import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Paper } from '../src/archive/archive.ts';
import { findNearDuplicates, type NearDuplicate } from '../src/archive/find-near-duplicates.ts';
import { serialiseLedger } from '../src/archive/ledger.ts';
import { mergeLedgers } from '../src/archive/merge-ledgers.ts';
import { parseLedger } from '../src/archive/parse-ledger.ts';
import { firstDay, lastDay } from '../src/archive/resolve-day.ts';
import { CaptureError, firstOf, printable, quote, WHOLE_FILE } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import type { SeedCapture } from '../src/forms/read-seed.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { readSeeds, type Seeds } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { describeLedger, readLedger } from './change-seeds.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { refuseLostLedger } from './lost-ledger.ts';
import { type Newcomer, nameNewcomers } from './name-newcomers.ts';
import { parseOptions } from './parse-options.ts';
import { readIncoming } from './read-incoming.ts';
import { checkRead, describePairs, type SoundArchive, writeLedger } from './register-seeds.ts';
import { warnOfResidue } from './warn-of-residue.ts';

const usage = `npm run seeds:add -- FILE… [--year 2025] [--dry-run] [--as-is] [--new-ledger]
npm run seeds:add -- --ledger OTHER.json
  FILE          a seed to copy into seeds/, or one in that folder, or a folder of seeds; - reads standard input
  --year        the year of the captures, for date lines without a year
  --dry-run     says what each file would bring, and writes nothing
  --as-is       accepts files that do not look like pages of papers
  --new-ledger  creates a new ledger if the last one is lost: addresses may change
  --ledger      merges another ledger into seeds/ledger.json, as after a conflict in Git`;

await exitOnFault(async () => {
  const { paths, year, other, isNewLedger, isPlausible, isDryRun } = readArguments();
  const folder = seedsFolder();
  const incoming = await readIncoming(paths);
  const seeds = await readSeeds(folder);
  if (!isNewLedger) refuseLostLedger(seeds, folder);
  const merged = other === undefined ? seeds : mergeInto(seeds, other);
  const { newcomers, notes } = nameNewcomers(folder, incoming, seeds.captures, year);
  const given = incoming.flatMap(({ captures }) => captures);
  const years = new Map(
    year === undefined ? [] : given.map(({ sha256 }) => [sha256, year] as const),
  );
  // Everything is checked before anything is written.
  const captures = [...seeds.captures, ...newcomers.flatMap((seed) => seed.captures)];
  const checked = checkRead({ ...merged, captures }, { years, isPlausible });
  // The ledger is compared with the file on disk, not with the merged text.
  const isLedgerChanged = checked.isLedgerChanged || merged.ledger !== seeds.ledger;
  const sound = { ...checked, seeds, isLedgerChanged };
  if (!isDryRun) await writeAll(folder, newcomers, sound);

  const knownPapers = readLedger(merged.ledger).papers.length;
  for (const line of tabulate(given, sound, knownPapers)) console.log(line);
  for (const note of firstOf([...notes, ...sound.notes], 'more notes'))
    console.log(`note: ${note}`);
  for (const line of describePairs(pairsOfNew(sound, knownPapers))) console.log(line);
  const named = newcomers.flatMap((seed) =>
    seed.captures.map((capture) => ({ ...capture, file: seedLabel(seed.name) })),
  );
  for (const line of warnOfResidue(named)) console.log(line);
  console.log(describeLedger(isLedgerChanged, isDryRun));
});

/**
 * What each capture brought, as lines of a table: file, form, day, papers that are new and that were known.
 * @param knownPapers papers that the ledger had before
 */
function tabulate(
  given: readonly SeedCapture[],
  { archive }: SoundArchive,
  knownPapers: number,
): string[] {
  if (given.length === 0) return [];
  const counted = new Set<Paper>();
  const rows = given.flatMap(({ sha256, form }) => {
    const entered = archive.captures.find((capture) => capture.sha256 === sha256);
    if (!entered) return [];
    const papers = archive.papers.filter(({ listings }) =>
      listings.some(({ capture, day }) => capture === entered.name && day === entered.day),
    );
    // A paper of several of these captures is new in the first one only.
    const added = papers.filter((p) => p.entered >= knownPapers && !counted.has(p));
    for (const paper of added) counted.add(paper);
    const numbers = [added.length, papers.length - added.length];
    return [[printable(seedLabel(entered.name)), form, entered.day, ...numbers].map(String)];
  });
  const table = [['file', 'form', 'day', 'new papers', 'known papers'], ...rows];
  const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
  return table.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );
}

/** Pairs that may be the same paper, of which one was added. @param knownPapers papers that the ledger had before */
function pairsOfNew({ archive: { papers } }: SoundArchive, knownPapers: number): NearDuplicate[] {
  const added = papers.filter(({ entered }) => entered >= knownPapers);
  const titles = new Set(added.flatMap(({ revisions }) => revisions.map(({ title }) => title)));
  if (titles.size === 0) return [];
  return findNearDuplicates(papers).pairs.filter((pair) => pair.titles.some((t) => titles.has(t)));
}

/** Writes captures and ledger; removes the captures again if one of the files cannot be written. */
async function writeAll(
  folder: string,
  newcomers: readonly Newcomer[],
  sound: SoundArchive,
): Promise<void> {
  const written: string[] = [];
  try {
    for (const { bytes, name } of newcomers) {
      const path = join(folder, name);
      await writeAtomically(path, bytes);
      written.push(path);
    }
    await writeLedger(folder, sound);
  } catch (error) {
    for (const path of written) await rm(path, { force: true }).catch(() => {});
    throw error;
  }
}

/**
 * Returns the seeds with another ledger merged into theirs.
 * @throws {CaptureError} if both give one address to different papers
 */
function mergeInto(seeds: Seeds, path: string): Seeds {
  const last = lastDay(today());
  const label = seedLabel(ledgerName);
  const { ledger, conflicts } = mergeLedgers(
    readLedger(seeds.ledger),
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
  isPlausible: boolean;
  isDryRun: boolean;
}

function readArguments(): Arguments {
  const options = {
    year: { type: 'string' },
    ledger: { type: 'string' },
    'new-ledger': { type: 'boolean', default: false },
    'as-is': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
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
    ...{ isPlausible: values['as-is'], isDryRun: values['dry-run'] },
    year: year === undefined ? undefined : Number(year),
  };
}
