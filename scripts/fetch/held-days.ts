import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLedger } from '../../src/archive/parse-ledger.ts';
import { resolveDay } from '../../src/archive/resolve-day.ts';
import { dateFromFileName } from '../../src/capture/parse-date.ts';
import { CaptureError } from '../../src/capture/problem.ts';
import { isIgnoredName, ledgerName, seedLabel } from '../../src/capture/seed-name.ts';
import { readSeed } from '../../src/forms/read-seed.ts';
import { type FetchMark, readFetchMark } from './fetched-seed.ts';

/** What a seeds folder has of a day. */
export interface HeldDay {
  /** The seed that was fetched for this day. */
  fetched?: { name: string; mark: FetchMark };
  /** The name of another capture of the day. */
  other?: string;
}

/** What a seeds folder has. */
export interface HeldDays {
  /** By ISO date. */
  days: Map<string, HeldDay>;
  /** Names of all files in the folder. */
  names: Set<string>;
}

/**
 * Lists the days of all captures in a seeds folder. A seed that cannot be read counts as one of the day in its name.
 * @param today ISO date in UTC, for captures whose year is assumed
 * @throws {CaptureError} when the ledger is damaged
 */
export async function listHeldDays(folder: string, today: string): Promise<HeldDays> {
  const names = (await readdir(folder)).sort();
  const ledgerDays = await readLedgerDays(folder, names);
  const days = new Map<string, HeldDay>();
  for (const name of names) {
    const path = join(folder, name);
    if (isIgnoredName(name) || !(await stat(path).catch(() => undefined))?.isFile()) continue;
    const bytes = await readFile(path);
    const mark = readFetchMark(bytes.toString('utf8', 0, 200));
    const isFirst = mark !== undefined && !days.get(mark.date)?.fetched;
    if (isFirst) days.set(mark.date, { ...days.get(mark.date), fetched: { name, mark } });
    else
      for (const day of mark ? [mark.date] : findDays(name, bytes, ledgerDays, today))
        days.set(day, { ...days.get(day), other: name });
  }
  return { days, names: new Set(names) };
}

async function readLedgerDays(folder: string, names: string[]): Promise<Map<string, string>> {
  if (!names.includes(ledgerName)) return new Map();
  const text = await readFile(join(folder, ledgerName), 'utf8');
  const { captures } = parseLedger(seedLabel(ledgerName), text);
  return new Map(captures.map(({ sha256, day }) => [sha256, day]));
}

function findDays(
  name: string,
  bytes: Uint8Array,
  ledgerDays: ReadonlyMap<string, string>,
  today: string,
): string[] {
  try {
    return readSeed(seedLabel(name), bytes).flatMap((capture) => {
      const ledgerDay = ledgerDays.get(capture.sha256);
      return resolveDay(capture, { ledgerDay, today })?.day ?? [];
    });
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    const named = dateFromFileName(name);
    return named ? [named.iso] : [];
  }
}
