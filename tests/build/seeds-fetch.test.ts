import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AnsweringServer, json, late, status, text } from '../fixtures/answering-server.ts';
import { makeApiEntries, startDailyPapersServer } from '../fixtures/daily-papers-server.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;
let server: AnsweringServer;
beforeEach(async () => {
  archive = makeArchive();
  server = await startDailyPapersServer();
});
afterEach(async () => {
  archive.dispose();
  await server.close();
});

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Runs the command at noon of a day. */
const runFetch = (today: string, args: string[] = [], env: Record<string, string> = {}) =>
  archive.run('scripts/seeds-fetch.ts', args, {
    env: {
      ...{ DAYLEAF_HF_API: server.address, DAYLEAF_HF_PAUSE_MS: '10', DAYLEAF_TODAY: today },
      ...env,
    },
  });
const listSeeds = () => readdirSync(archive.seeds).sort();
const readSeeds = (name: string) => JSON.parse(readFileSync(join(archive.seeds, name), 'utf8'));
/** The days that were asked for. */
const askedDays = () => server.requests.map(({ url }) => /date=([^&]*)/.exec(url)?.[1]);

/** Gives each day of March 2025 so many papers. */
function answerDays(papers: Record<string, number>): void {
  for (const [day, count] of Object.entries(papers))
    server.answer(day, json(makeApiEntries(day, count)));
}

test('a day becomes a seed; the request names the project and its site', async () => {
  answerDays({ '2025-03-11': 3 });
  const result = await runFetch('2025-03-20', ['--date', '2025-03-11'], {
    SITE_URL: 'https://example.org/archive',
  });
  expect(result).toEqual({
    code: 0,
    output:
      '2025-03-11: 3 papers in seeds/2025-03-11.json\nFetched 3 papers. npm run build publishes them.\n',
  });
  expect(readSeeds('2025-03-11.json').answer).toEqual(makeApiEntries('2025-03-11', 3));
  expect(server.requests.map(({ userAgent }) => userAgent)).toEqual([
    `dayleaf/${version} (+https://example.org/archive/)`,
  ]);
});

test('by default, days since the newest capture are fetched, one request at a time', async () => {
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Bridges', makeAbstract('bridges')]));
  for (const day of ['2025-03-13', '2025-03-14', '2025-03-16', '2025-03-17'])
    server.answer(day, late(100, json(makeApiEntries(day, 2))));
  const { code, output } = await runFetch('2025-03-17');
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(askedDays()).toEqual([
    ...['2025-03-13', '2025-03-14', '2025-03-15', '2025-03-16', '2025-03-17'],
  ]);
  for (const [i, { begin }] of server.requests.slice(1).entries())
    expect(begin).toBeGreaterThanOrEqual(server.requests[i]?.end ?? Number.POSITIVE_INFINITY);
  expect(output).toContain('2025-03-15: no papers\n');
  expect(listSeeds()).toEqual([
    ...['2025-03-12.txt', '2025-03-13.json', '2025-03-14.json', '2025-03-16.json'],
    '2025-03-17.json',
  ]);
});

test('a day that was not over is fetched again and its file replaced, others are not asked', async () => {
  answerDays({ '2025-03-11': 2, '2025-03-12': 1 });
  const first = await runFetch('2025-03-12', ['--since', '2025-03-11']);
  expect(first.output).toContain('2025-03-12: 1 paper in seeds/2025-03-12.json; the day is not');
  answerDays({ '2025-03-12': 4, '2025-03-13': 1 });
  const second = await runFetch('2025-03-13');
  expect(second.output).toContain('2025-03-12: 4 papers in seeds/2025-03-12.json\n');
  expect(askedDays()).toEqual(['2025-03-11', '2025-03-12', '2025-03-12', '2025-03-13']);
  expect(listSeeds()).toEqual(['2025-03-11.json', '2025-03-12.json', '2025-03-13.json']);
  expect(readSeeds('2025-03-12.json').answer).toHaveLength(4);
});

test('a command that failed goes on from the day that it failed at', async () => {
  answerDays({ '2025-03-10': 1, '2025-03-11': 1, '2025-03-12': 1 });
  server.answer('2025-03-11', status(500));
  const args = ['--week', '2025-W11'];
  const failed = await runFetch('2025-03-12', args);
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('status 500, in 4 tries.');
  expect(failed.output).toContain('npm run seeds:fetch -- --week 2025-W11 goes on from there.');
  expect(failed.output).not.toContain(' at ');
  expect(listSeeds()).toEqual(['2025-03-10.json']);
  answerDays({ '2025-03-11': 1 });
  server.requests.length = 0;
  expect(await runFetch('2025-03-12', args)).toMatchObject({ code: 0 });
  expect(askedDays()).toEqual(['2025-03-11', '2025-03-12']);
});

test('a server that asks to wait is waited for, and not for hours', async () => {
  const day = '2025-03-11';
  const inTwoSeconds = () => new Date(Date.now() + 2000).toUTCString();
  server.answer(
    day,
    status(429, { 'Retry-After': '1' }),
    (response) => status(429, { 'Retry-After': inTwoSeconds() })(response),
    json(makeApiEntries(day, 1)),
  );
  const { code, output } = await runFetch('2025-03-20', ['--date', day]);
  expect({ code, output }).toMatchObject({ code: 0 });
  const [first, second, third] = server.requests.map(({ begin }) => begin);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(990);
  // A date has no fractions of a second.
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(990);
  expect(output).toContain('answered with status 429; trying again in 1 s.');

  server.answer('2025-03-12', status(429, { 'Retry-After': '7200' }));
  const refused = await runFetch('2025-03-20', ['--date', '2025-03-12']);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('asks to wait 120 minutes');
});

test.each([
  ['a page in place of an answer', text('<!doctype html><h1>Sign in</h1>'), 'is HTML'],
  ['half an answer', text(JSON.stringify(makeApiEntries('2025-03-11', 3)).slice(0, 900)), 'a part'],
  ['unknown entries', json([{ headline: 'News' }]), 'not an answer of the Daily Papers API'],
  ['a redirect elsewhere', status(302, { Location: 'https://example.org/' }), 'redirects to'],
])('%s stops it, and nothing of it is written', async (_, responder, message) => {
  answerDays({ '2025-03-10': 1, '2025-03-12': 1 });
  server.answer('2025-03-11', responder);
  const { code, output } = await runFetch('2025-03-20', ['--month', '2025-03']);
  expect(code).toBe(1);
  expect(output).toContain(message);
  expect(output).toContain('what was fetched before is kept; nothing of 2025-03-11 was written.');
  expect(output).not.toMatch(/^\s+at /m);
  expect(listSeeds()).toEqual(['2025-03-10.json']);
  expect(askedDays().at(-1)).toBe('2025-03-11');
});

test('another capture of the day stays, and a day asked for by itself is fetched beside it', async () => {
  const seed = makeSeed('Mar 11', ['Bridges', makeAbstract('bridges')]);
  archive.write('2025-03-11.txt', seed);
  answerDays({ '2025-03-11': 2 });
  const month = await runFetch('2025-03-11', ['--month', '2025-03']);
  expect(month.output).toContain(
    'note: 2025-03-11 is in seeds/2025-03-11.txt already; npm run seeds:fetch -- --date 2025-03-11',
  );
  expect(askedDays()).not.toContain('2025-03-11');
  expect((await runFetch('2025-03-20', ['--date', '2025-03-11'])).code).toBe(0);
  expect(listSeeds()).toEqual(['2025-03-11.json', '2025-03-11.txt']);
  expect(readFileSync(join(archive.seeds, '2025-03-11.txt'), 'utf8')).toBe(seed);
  const again = await runFetch('2025-03-20', ['--date', '2025-03-11']);
  expect(again.output).toContain('delete that file to fetch the day again');
});

test.each([
  [['--date', '2025-02-30'], '"2025-02-30" is none'],
  [['--year', '2025'], "Unknown option '--year'"],
  [['2025-03-11'], 'Unexpected argument'],
  [[], 'There is no capture in seeds/ yet to go on from'],
])('%j is refused before anything is asked', async (args, message) => {
  const { code, output } = await runFetch('2025-03-20', args);
  expect(code).toBe(1);
  expect(output).toContain(message);
  expect(server.requests).toEqual([]);
});

test('a folder that is not there is named', async () => {
  rmSync(archive.seeds, { recursive: true });
  const { code, output } = await runFetch('2025-03-20', ['--date', '2025-03-11']);
  expect({ code, output }).toMatchObject({ code: 1 });
  expect(output).toContain(`There is no folder ${archive.seeds}`);
});
