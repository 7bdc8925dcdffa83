import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchDay, listDaysByDefault, partDays } from '../../../../scripts/fetch/fetch-days.ts';
import type { HeldDay } from '../../../../scripts/fetch/held-days.ts';
import { listHeldDays } from '../../../../scripts/fetch/held-days.ts';
import { FetchError } from '../../../../scripts/fetch/read-answer.ts';
import { makeApiEntries, makeApiEntry } from '../../../fixtures/daily-papers-server.ts';

const fetchedAt = (day: string, time: string): HeldDay => ({
  fetched: { name: `${day}.json`, mark: { date: day, fetchedAt: time } },
});
const hold = (days: Record<string, HeldDay>) => ({
  days: new Map(Object.entries(days)),
  names: new Set<string>(),
});

describe('the days by default', () => {
  it('are those since the newest capture through today', () => {
    const held = hold({ '2025-03-10': { other: 'a.txt' }, '2025-03-08': { other: 'b.txt' } });
    expect(listDaysByDefault(held, '2025-03-12')).toEqual([
      '2025-03-10',
      '2025-03-11',
      '2025-03-12',
    ]);
  });

  it('include an earlier day that was not over when it was fetched', () => {
    const held = hold({
      '2025-03-03': fetchedAt('2025-03-03', '2025-03-03T18:00:00Z'),
      '2025-03-04': fetchedAt('2025-03-04', '2025-03-05T18:00:00Z'),
      '2025-03-12': { other: 'a.txt' },
    });
    expect(listDaysByDefault(held, '2025-03-12')).toEqual(['2025-03-03', '2025-03-12']);
  });

  it('are today where the newest capture is of tomorrow, and none without a capture', () => {
    const held = hold({ '2025-03-13': { other: 'a.txt' } });
    expect(listDaysByDefault(held, '2025-03-12')).toEqual(['2025-03-12']);
    expect(listDaysByDefault(hold({}), '2025-03-12')).toBeUndefined();
  });
});

describe('days that seeds/ has', () => {
  const held = hold({
    '2025-03-10': { other: 'pasted.txt' },
    '2025-03-11': fetchedAt('2025-03-11', '2025-03-12T10:00:00Z'),
    '2025-03-12': { ...fetchedAt('2025-03-12', '2025-03-12T10:00:00Z'), other: 'pasted.txt' },
  });
  const days = ['2025-03-10', '2025-03-11', '2025-03-12', '2025-03-13'];

  it('are not asked for again, unless they were not over', () => {
    expect(partDays(days, held, false)).toEqual({
      open: ['2025-03-12', '2025-03-13'],
      there: ['2025-03-10', '2025-03-11'],
    });
  });

  it('are fetched beside another capture when they are asked for by themselves', () => {
    expect(partDays(['2025-03-10'], held, true).open).toEqual(['2025-03-10']);
    expect(partDays(['2025-03-11'], held, true).open).toEqual([]);
  });
});

describe('fetching a day', () => {
  const day = '2025-03-11';
  let folder: string;
  let lines: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dayleaf-fetch-'));
    lines = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(answer: unknown[] | Error, now = '2025-03-13T10:00:00Z') {
    return await fetchDay(day, {
      folder,
      held: await listHeldDays(folder, now.slice(0, 10)),
      api: {
        fetchDay: async () => {
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
      now: () => new Date(now),
      report: (line) => lines.push(line),
    });
  }
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  it('writes its papers into a seed named after it', async () => {
    const entries = makeApiEntries(day, 2);
    expect(await run(entries)).toBe(2);
    expect(read('2025-03-11.json')).toEqual({
      ...{ date: day, fetchedAt: '2025-03-13T10:00:00.000Z', answer: entries },
    });
    expect(lines).toEqual(['2025-03-11: 2 papers in seeds/2025-03-11.json']);
  });

  it('replaces the seed of a day that was not over, also under another name', async () => {
    await run(makeApiEntries(day, 1), '2025-03-11T10:00:00Z');
    expect(lines[0]).toContain('the day is not over, and is fetched again next time');
    writeFileSync(join(folder, 'mine.json'), readFileSync(join(folder, '2025-03-11.json')));
    rmSync(join(folder, '2025-03-11.json'));
    await run(makeApiEntries(day, 3));
    expect(readdirSync(folder)).toEqual(['mine.json']);
    expect(read('mine.json').answer).toHaveLength(3);
  });

  it('leaves other captures alone, and takes a free name', async () => {
    writeFileSync(join(folder, '2025-03-11.json'), 'another');
    writeFileSync(join(folder, '2025-03-11-2.json'), 'a third');
    await run(makeApiEntries(day, 1));
    expect(read('2025-03-11-3.json').answer).toHaveLength(1);
    expect(readFileSync(join(folder, '2025-03-11.json'), 'utf8')).toBe('another');
  });

  it('writes nothing on a day without papers, and keeps what was there', async () => {
    expect(await run([])).toBe(0);
    expect(lines).toEqual(['2025-03-11: no papers']);
    await run(makeApiEntries(day, 1), '2025-03-11T10:00:00Z');
    await run([]);
    expect(read('2025-03-11.json').answer).toHaveLength(1);
  });

  it('takes the refusal of a day that has just begun for a day without papers yet', async () => {
    const refusal = new FetchError('the date is in the future', 400);
    expect(await run(refusal, '2025-03-11T00:00:05Z')).toBe(0);
    expect(lines[0]).toContain('no papers; the day is not over');
    await expect(run(refusal)).rejects.toThrow('in the future');
  });

  it('refuses an answer that is of other days', async () => {
    await expect(run(makeApiEntries('2025-03-12', 2))).rejects.toThrow(
      'The answer for 2025-03-11 has no paper of that day, but of 2025-03-12.',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['entries of an unknown form', [{ id: 1 }, { id: 2 }], 'not an answer of the Daily Papers API'],
    ['one unknown entry', [makeApiEntry(day, 1), { id: 2 }], 'not an answer of the Daily Papers'],
    [
      'a paper without an abstract',
      [{ ...makeApiEntry(day, 1), summary: '', paper: { id: '2503.00001', title: 'A Title' } }],
      'has no abstract',
    ],
    [
      'titles in place of abstracts',
      [1, 2, 3].map((n) => ({ paper: { title: `Title ${n}`, summary: `Another Title ${n}` } })),
      'read like titles',
    ],
  ])('refuses %s and writes nothing', async (_, answer, message) => {
    const error = await run(answer).catch((refusal) => refusal);
    expect(error).toBeInstanceOf(FetchError);
    expect(error.message).toContain(message);
    expect(error.message).toContain('npm run seeds:fetch -- --since 2025-03-12');
    expect(readdirSync(folder)).toEqual([]);
  });
});
