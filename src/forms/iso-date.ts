import type { CaptureDate } from '../capture/capture.ts';

/** The calendar day of an ISO date or time in UTC: `2025-03-11T03:03:47.843Z` → `2025-03-11`; undefined for anything else. */
export function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day ?? '')
    ? day
    : undefined;
}

/** The calendar day of a date as HTTP, mail and RSS write it: `Thu, 15 May 2025 06:01:21 +0000`, in its own time zone. */
export function mailDate(value: string): string | undefined {
  const found =
    /(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{2}|\d{4})\b/.exec(value);
  if (!found) return undefined;
  const [, day = '', month = '', year = ''] = found;
  const number = 1 + 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3;
  const pad = (n: number | string): string => String(n).padStart(2, '0');
  return isoDate(`${year.length === 2 ? `20${year}` : year}-${pad(number)}-${pad(day)}`);
}

/** The date of a capture from an ISO date. @param line of the seed that it is on, 0 for the name of the file */
export function toCaptureDate(iso: string, line = 1): CaptureDate {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return { year, month, day, line, column: 1, text: iso };
}
