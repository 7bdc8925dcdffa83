import type { CaptureEntry } from '../capture/capture.ts';
import { makeIsoDate } from '../capture/parse-date.ts';

/**
 * An entry whose date of publication has its year. Pages leave out the year where it is their own, so that it is the
 * latest such day that is not after the capture: in its year, or early in a year in the one before.
 * @param captured ISO date of the capture
 * @returns the entry without a date if neither year has such a day (29 February)
 */
export function datePublication(entry: CaptureEntry, captured: string): CaptureEntry {
  const { publishedDay, ...facts } = entry.facts ?? {};
  if (!publishedDay) return entry;
  const year = Number(captured.slice(0, 4));
  const published = [year, year - 1]
    .map((y) => makeIsoDate(y, publishedDay.month, publishedDay.day))
    .find((iso) => iso !== undefined && iso <= captured);
  return { ...entry, facts: published === undefined ? facts : { ...facts, published } };
}
