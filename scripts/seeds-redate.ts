import { readdirSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { replaceInLedger } from '../src/archive/change-ledger.ts';
import { firstDay, lastDay } from '../src/archive/resolve-day.ts';
import { dateFromFileName, makeIsoDate } from '../src/capture/parse-date.ts';
import { CaptureError, quote, shellWord } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { readSeed, type SeedCapture } from '../src/forms/read-seed.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import {
  checkChange,
  findSeedName,
  finishChange,
  freeName,
  type OpenSeeds,
  openSeeds,
} from './change-seeds.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { parseOptions } from './parse-options.ts';

const usage = `npm run seeds:redate -- FILE DATE [--dry-run]
  FILE       a capture in seeds/ that does not give its full date itself
  DATE       the day that it is of, like 2025-03-11: its name will begin with it
  --dry-run  says what would happen to addresses, and changes nothing`;

await exitOnFault(async () => {
  const options = { 'dry-run': { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseOptions({ allowPositionals: true, options }, usage);
  const [path, day] = positionals;
  if (path === undefined || day === undefined || positionals.length > 2)
    throw new UsageError(usage);
  refuseDay(day);
  const open = await openSeeds();
  const { folder, seeds } = open;
  const name = findSeedName(open, path);
  const label = seedLabel(name);
  const bytes = await readFile(join(folder, name));
  const old = readOnly(label, bytes);
  refuseFixed(old, day);
  const newName = nameAfter(open, name, day);
  const now = readOnly(seedLabel(newName), bytes);
  const isOther = ({ file }: { file: string }): boolean => file !== label;
  const others = seeds.captures.filter(isOther);
  refuseTwin(others, now);
  const sound = checkChange(open, {
    captures: [...others, now],
    problems: seeds.problems.filter(isOther),
    ledger: replaceInLedger(open.ledger, old.sha256, { sha256: now.sha256, name: newName }),
  });
  const isMoved = newName !== name;
  await finishChange(open, sound, {
    done: `${label} is of ${day} now${isMoved ? `, and is named ${seedLabel(newName)}` : ''}.`,
    isDryRun: values['dry-run'],
    changeFile: async () => {
      try {
        if (isMoved) await rename(join(folder, name), join(folder, newName));
      } catch (error) {
        const ledger = join(folder, ledgerName);
        if (seeds.ledger !== undefined) await writeAtomically(ledger, seeds.ledger);
        throw error;
      }
    },
  });
});

/** @throws {UsageError} if no capture can be of a day */
function refuseDay(day: string): void {
  const [first, last] = [firstDay, lastDay(today())];
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (makeIsoDate(year, month, date) !== day || day < first || day > last)
    throw new UsageError(`DATE is a day from ${first} to ${last}, not "${day}".\n\n${usage}`);
}

/** The capture of a file. @throws {UsageError} when it has several, whose days are in the file */
function readOnly(label: string, bytes: Uint8Array): SeedCapture {
  const [capture, ...others] = readSeed(label, bytes);
  if (capture && others.length === 0) return capture;
  throw new UsageError(
    `${label} has captures of ${others.length + 1} days, which it gives itself.\n  hint: ${howToCorrect(label)}`,
  );
}

function howToCorrect(label: string): string {
  return `correct the date in the file, then run npm run seeds:add -- ${shellWord(label)}.`;
}

/** @throws {CaptureError} if what a file says, not its name, makes it of another day */
function refuseFixed({ file, date, form }: SeedCapture, day: string): void {
  const isDateLine = date.line > 0 && !date.isAssumed;
  const own = makeIsoDate(date.year ?? Number(day.slice(0, 4)), date.month, date.day);
  if (!isDateLine || (date.year === undefined && own === day)) return;
  const place = { file, line: date.line, column: date.column };
  throw new CaptureError([
    {
      ...{ ...place, code: 'date/fixed' },
      message: `This is ${form} that says of which day it is: ${quote(date.text)}. Its name cannot make it of ${day}.`,
      hint: howToCorrect(file),
    },
  ]);
}

/** The name that makes a file one of a day: `2025-03-11-2.txt` → `2025-03-12.txt`. */
function nameAfter({ folder }: OpenSeeds, name: string, day: string): string {
  const nameDate = dateFromFileName(name)?.iso;
  if (nameDate === day) return name;
  // A number only tells the captures of its day apart.
  const rest = nameDate ? name.slice(nameDate.length).replace(/^-\d+(?=\.|$)/, '') : extname(name);
  return freeName(new Set(readdirSync(folder)), `${day}${rest}`);
}

/** @throws {UsageError} if the folder would have a capture twice */
function refuseTwin(others: readonly SeedCapture[], { sha256 }: SeedCapture): void {
  const twin = others.find((capture) => capture.sha256 === sha256);
  if (!twin) return;
  throw new UsageError(
    `${twin.file} is the same capture.\n  hint: remove one of the two files with npm run seeds:remove.`,
  );
}
