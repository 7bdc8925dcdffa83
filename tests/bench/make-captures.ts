import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A line of the file that captures are made from. */
export interface Entry {
  /** ISO date. */
  date: string;
  title: string;
  abstract: string;
}

/** The lines that stand above the date on the page that captures come from. */
const header = [
  'new',
  'Get trending papers in your email inbox!',
  'Subscribe',
  'byAK and the research community',
];

/** The entries of a file of gzipped JSON lines, in its order. */
export async function readEntries(path: string): Promise<Entry[]> {
  const lines = gunzipSync(await readFile(path))
    .toString()
    .split('\n');
  return lines.filter(Boolean).map((line): Entry => JSON.parse(line));
}

/** Captures in the format of the seeds, one a day, by the names of their files: `2024-05-27.txt`. */
export function makeCaptures(entries: readonly Entry[]): Map<string, string> {
  const days = Map.groupBy(entries, ({ date }) => date);
  return new Map([...days].map(([date, ofDay]) => [`${date}.txt`, makeCapture(date, ofDay)]));
}

/** Writes captures into a folder, which is made where there is none. */
export async function writeCaptures(
  folder: string,
  captures: ReadonlyMap<string, string>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of captures) await writeFile(join(folder, name), text);
}

function makeCapture(date: string, entries: readonly Entry[]): string {
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
  });
  const blocks = [...header, day, ...entries.flatMap(({ title, abstract }) => [title, abstract])];
  return `${blocks.map((block) => block.replace(/\s+/g, ' ').trim()).join('\n\n')}\n`;
}
