import { existsSync } from 'node:fs';
import { count, firstOf } from '../src/capture/problem.ts';
import { seedLabel } from '../src/capture/seed-name.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { ensureWritable } from '../src/store/write-atomically.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { DailyPapersApi } from './fetch/daily-papers-api.ts';
import { fetchDay, listDaysByDefault, partDays } from './fetch/fetch-days.ts';
import { FetchProgress } from './fetch/fetch-progress.ts';
import { type HeldDays, listHeldDays } from './fetch/held-days.ts';
import { type AskedPeriod, listAskedDays } from './fetch/list-asked-days.ts';
import { FetchError } from './fetch/read-answer.ts';
import { userAgent } from './fetch/user-agent.ts';
import { parseOptions } from './parse-options.ts';

const usage = `npm run seeds:fetch                        every day since the newest capture in seeds/
npm run seeds:fetch -- --date 2025-03-11   a day
npm run seeds:fetch -- --since 2025-03-11  a day and all after it
npm run seeds:fetch -- --week 2025-W11     an ISO week
npm run seeds:fetch -- --month 2025-03     a month`;

await exitOnFault(async () => {
  const asked = readArguments();
  const today = now().toISOString().slice(0, 10);
  const askedDays = listAskedDays(asked, today);
  const folder = seedsFolder();
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder} to write into.`);
  await ensureWritable(folder);
  const held = await listHeldDays(folder, today);
  const days = askedDays ?? listDaysByDefault(held, today);
  if (!days) {
    throw new UsageError(
      `There is no capture in seeds/ yet to go on from: say which days to fetch.\n\n${usage}`,
    );
  }
  const { open, there } = partDays(days, held, asked.date !== undefined);
  const progress = new FetchProgress(open.length, 'day');
  const api = makeApi((reason, waitMs) => progress.wait(reason, waitMs));
  const report = (line: string): void => progress.print(line);
  const notes = askedDays ? there.flatMap((day) => noteHeld(day, asked, held)) : [];
  for (const note of firstOf(notes, 'more days that seeds/ has')) report(`note: ${note}`);
  let papers = 0;
  for (const [index, day] of open.entries()) {
    progress.begin(day, index);
    try {
      papers += await fetchDay(day, { folder, held, api, now, report });
    } catch (error) {
      progress.clear();
      if (!(error instanceof FetchError)) throw error;
      throw new FetchError(`${error.message}\n  hint: ${explainResuming(day, asked, index)}`);
    }
  }
  progress.clear();
  console.log(
    papers > 0
      ? `Fetched ${count(papers, 'paper')}. npm run build publishes them.`
      : `Nothing new: ${count(open.length, 'day')} asked, ${there.length} in seeds/ already.`,
  );
});

function readArguments(): AskedPeriod {
  const text = { type: 'string' } as const;
  return parseOptions({ options: { date: text, since: text, week: text, month: text } }, usage)
    .values;
}

/** The time; in tests, noon of the day in `DAYLEAF_TODAY`. */
function now(): Date {
  const { DAYLEAF_TODAY: day } = process.env;
  return day === undefined ? new Date() : new Date(`${day}T12:00:00Z`);
}

/**
 * What to say about a day that is not fetched, in a list: nothing where it was fetched before and others are asked for.
 */
function noteHeld(day: string, { date }: AskedPeriod, { days }: HeldDays): string[] {
  const { fetched, other = '' } = days.get(day) ?? {};
  if (!fetched)
    return [
      `${day} is in ${seedLabel(other)} already; npm run seeds:fetch -- --date ${day} fetches it too.`,
    ];
  if (date === undefined) return [];
  return [
    `${day} is in ${seedLabel(fetched.name)} already; delete that file to fetch the day again.`,
  ];
}

function explainResuming(day: string, asked: AskedPeriod, finished: number): string {
  const [option] = Object.entries(asked).map(([name, value]) => ` -- --${name} ${value}`);
  const kept =
    finished > 0 ? `what was fetched before is kept; nothing of ${day}` : `nothing of ${day}`;
  return `${kept} was written. npm run seeds:fetch${option ?? ''} goes on from there.`;
}

/**
 * The API of huggingface.co. For tests, `DAYLEAF_HF_API` is the address of another, and `DAYLEAF_HF_PAUSE_MS` the pause
 * between requests to it.
 */
function makeApi(onRetry: (reason: string, waitMs: number) => void): DailyPapersApi {
  const { DAYLEAF_HF_API: other, DAYLEAF_HF_PAUSE_MS: pause } = process.env;
  const address = other ?? 'https://huggingface.co/api/daily_papers';
  if (!URL.canParse(address))
    throw new UsageError(`DAYLEAF_HF_API must be the address of an API, not "${address}".`);
  const pauseMs = other !== undefined && pause !== undefined ? Number(pause) : 1000;
  return new DailyPapersApi({
    address: new URL(address),
    userAgent: userAgent(),
    pauseMs,
    onRetry,
  });
}
