import { readdirSync } from 'node:fs';
import { basename, join, parse, resolve } from 'node:path';
import type { Archive } from '../src/archive/archive.ts';
import { buildArchive } from '../src/archive/build-archive.ts';
import { emptyLedger, type Ledger, serialiseLedger } from '../src/archive/ledger.ts';
import { parseLedger } from '../src/archive/parse-ledger.ts';
import { lastDay } from '../src/archive/resolve-day.ts';
import { firstOf } from '../src/capture/problem.ts';
import { isIgnoredName, ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { readSeeds, type Seeds } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { describeMoves } from './describe-moves.ts';
import { UsageError } from './exit-on-fault.ts';
import { suggest } from './find-paper.ts';
import { refuseLostLedger } from './lost-ledger.ts';
import { checkRead, type SoundArchive, writeLedger } from './register-seeds.ts';

/** A seeds folder before a command changes it; its files may have faults. */
export interface OpenSeeds {
  folder: string;
  seeds: Seeds;
  ledger: Ledger;
  /** The ledger with the captures that are not in it yet. */
  nextLedger: Ledger;
  archive: Archive;
}

/**
 * Reads the seeds folder.
 * @throws {CaptureError} when the ledger is damaged or lost
 */
export async function openSeeds(): Promise<OpenSeeds> {
  const folder = seedsFolder();
  const seeds = await readSeeds(folder);
  refuseLostLedger(seeds, folder);
  const ledger = readLedger(seeds.ledger);
  const built = buildArchive(seeds.captures, ledger, { today: today() });
  return { folder, seeds, ledger, nextLedger: built.ledger, archive: built.archive };
}

/**
 * The records of a ledger; without any, those of an empty one.
 * @throws {CaptureError} when it is damaged
 */
export function readLedger(text: string | undefined): Ledger {
  return text === undefined
    ? emptyLedger
    : parseLedger(seedLabel(ledgerName), text, lastDay(today()));
}

/**
 * Checks the seeds as they will be after a change.
 * @throws {CaptureError} with every fault of every file
 */
export function checkChange(
  { seeds }: OpenSeeds,
  changed: Pick<Seeds, 'captures' | 'problems'> & { ledger: Ledger },
): SoundArchive {
  const sound = checkRead({ ...seeds, ...changed, ledger: serialiseLedger(changed.ledger) });
  // The ledger is compared with the file on disk, not with the changed text.
  const isLedgerChanged = serialiseLedger(sound.ledger) !== seeds.ledger;
  return { ...sound, seeds, isLedgerChanged };
}

/**
 * Writes the ledger, then changes a file, and prints what happens to addresses.
 * @param sound the seeds after the change
 * @param done what the command does, as a sentence
 */
export async function finishChange(
  { folder, archive }: OpenSeeds,
  sound: SoundArchive,
  { done, isDryRun, changeFile }: Change,
): Promise<void> {
  if (!isDryRun) {
    // The other order would lose redirects if the process was killed in between.
    await writeLedger(folder, sound);
    await changeFile?.();
  }
  console.log(done);
  for (const line of firstOf(describeMoves(archive, sound.archive), 'more addresses'))
    console.log(`  ${line}`);
  console.log(describeLedger(sound.isLedgerChanged, isDryRun));
}

interface Change {
  done: string;
  isDryRun: boolean;
  changeFile?: () => Promise<void>;
}

/** What happened to the ledger, as a sentence. */
export function describeLedger(isChanged: boolean, isDryRun: boolean): string {
  if (isDryRun) return 'Nothing was written, because of --dry-run.';
  return isChanged
    ? 'seeds/ledger.json is up to date now.'
    : 'seeds/ledger.json was up to date already.';
}

/**
 * The name of a capture's file in the seeds folder.
 * @param path the name, or a path of the file
 * @throws {UsageError} if it is not there
 */
export function findSeedName({ folder }: OpenSeeds, path: string): string {
  const name = basename(path);
  const isInside = [name, seedLabel(name)].includes(path) || resolve(path) === join(folder, name);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !isIgnoredName(entry.name))
    .map((entry) => entry.name);
  if (!isInside) throw new UsageError(`${path} is not in seeds/.`);
  if (names.includes(name)) return name;
  throw new UsageError(`There is no capture ${seedLabel(name)}.${suggest(name, names)}`);
}

/** The name, or the first of `a-2.txt`, `a-3.txt` … that is not taken. */
export function freeName(taken: ReadonlySet<string>, name: string): string {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${stem}-${n}${ext}`;
    if (!taken.has(candidate)) return candidate;
  }
}
