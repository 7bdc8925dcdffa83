import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DailyPapersApi } from '../../../../scripts/fetch/daily-papers-api.ts';
import {
  type AnsweringServer,
  broken,
  json,
  late,
  stalled,
  status,
  text,
} from '../../../fixtures/answering-server.ts';
import { makeApiEntries, startDailyPapersServer } from '../../../fixtures/daily-papers-server.ts';

const day = '2025-03-11';
const entries = makeApiEntries(day, 3);

let server: AnsweringServer;
/** Milliseconds of each pause; none is slept, so that a test takes no time. */
let slept: number[];
let retries: string[];
beforeEach(async () => {
  server = await startDailyPapersServer();
  slept = [];
  retries = [];
});
afterEach(() => server.close());

function makeApi({ deadlineMs = 5000, pauseMs = 1000, sleeps = false } = {}): DailyPapersApi {
  return new DailyPapersApi({
    ...{ address: new URL(server.address), userAgent: 'dayleaf/0.1.0', pauseMs, deadlineMs },
    sleep: (ms) => {
      slept.push(ms);
      return new Promise((resolve) => setTimeout(resolve, sleeps ? ms : 0));
    },
    onRetry: (reason, waitMs) => retries.push(`${reason}: ${waitMs}`),
  });
}

describe('a request', () => {
  it('names the day and who asks, and its entries come in their order', async () => {
    server.answer(day, json(entries));
    expect(await makeApi().fetchDay(day)).toEqual(entries);
    expect(server.requests).toMatchObject([
      { url: '/api/daily_papers?date=2025-03-11&limit=100', userAgent: 'dayleaf/0.1.0' },
    ]);
  });

  it('begins a pause after the end of the answer before it', async () => {
    const api = makeApi({ pauseMs: 150, sleeps: true });
    server.answer(day, late(100, json(entries)));
    for (const asked of [day, '2025-03-12', '2025-03-13']) await api.fetchDay(asked);
    const pauses = server.requests
      .slice(1)
      .map(({ begin }, i) => begin - (server.requests[i]?.end ?? Number.POSITIVE_INFINITY));
    expect(pauses).toHaveLength(2);
    // Node.js and the server see the end of an answer some milliseconds apart.
    for (const pause of pauses) expect(pause).toBeGreaterThan(120);
  });

  it('is sent for each page of a day, and a paper that moved to the next one is there once', async () => {
    const all = makeApiEntries(day, 150);
    const next = { Link: '</api/daily_papers?p=1>; rel="next"' };
    server.answer(day, json(all.slice(0, 90), next), json(all.slice(89)));
    expect(await makeApi().fetchDay(day)).toEqual(all);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/daily_papers?date=2025-03-11&limit=100',
      '/api/daily_papers?date=2025-03-11&limit=100&p=1',
    ]);
  });

  it('asks for another page after a full one without a link, and ends where nothing new comes', async () => {
    const all = makeApiEntries(day, 100);
    server.answer(day, json(all));
    expect(await makeApi().fetchDay(day)).toEqual(all);
    expect(server.requests).toHaveLength(2);
  });

  it('follows no endless pages', async () => {
    const pages = Array.from({ length: 30 }, (_, i) =>
      json(makeApiEntries(`20${10 + i}-03-11`, 100)),
    );
    server.answer(day, ...pages);
    await expect(makeApi().fetchDay(day)).rejects.toThrow('more than 20 pages');
  });
});

describe('another try', () => {
  it('comes after growing pauses when the server fails, and an answer ends them', async () => {
    server.answer(day, status(500), status(502), status(503), json(entries));
    expect(await makeApi().fetchDay(day)).toEqual(entries);
    const host = new URL(server.address).host;
    expect(retries).toEqual([
      `${host} answered with status 500: 5000`,
      `${host} answered with status 502: 20000`,
      `${host} answered with status 503: 60000`,
    ]);
    expect(slept).toEqual(expect.arrayContaining([5000, 20_000, 60_000]));
  });

  it('is the fourth at most', async () => {
    server.answer(day, status(500));
    await expect(makeApi().fetchDay(day)).rejects.toThrow('status 500, in 4 tries');
    expect(server.requests).toHaveLength(4);
  });

  it('comes as late as the server asks, in seconds or by a date', async () => {
    const times = { Date: 'Tue, 11 Mar 2025 10:00:00 GMT' };
    server.answer(
      day,
      status(429, { 'Retry-After': '90' }),
      status(503, { ...times, 'Retry-After': 'Tue, 11 Mar 2025 10:05:00 GMT' }),
      json(entries),
    );
    expect(await makeApi().fetchDay(day)).toEqual(entries);
    expect(retries.map((line) => line.replace(/.*: /, ''))).toEqual(['90000', '300000']);
    expect(slept).toEqual(expect.arrayContaining([90_000, 300_000]));
  });

  it('does not come where the server asks to wait for long', async () => {
    server.answer(day, status(429, { 'Retry-After': '3600' }));
    await expect(makeApi().fetchDay(day)).rejects.toThrow(
      'answered with status 429, and asks to wait 60 minutes; at most 10 are waited for.',
    );
    expect(server.requests).toHaveLength(1);
    expect(Math.max(...slept)).toBeLessThan(3_600_000);
  });

  it('comes when a connection breaks off', async () => {
    server.answer(day, broken, json(entries));
    expect(await makeApi().fetchDay(day)).toEqual(entries);
    expect(retries[0]).toContain('The connection to 127.0.0.1');
  });

  it('comes when an answer does not begin or does not end within the deadline', async () => {
    server.answer(day, late(2000, json(entries)), stalled, json(entries));
    expect(await makeApi({ deadlineMs: 300 }).fetchDay(day)).toEqual(entries);
    expect(retries.map((line) => line.replace(/.*? gave/, 'gave'))).toEqual([
      'gave no complete answer within 0.3 s: 5000',
      'gave no complete answer within 0.3 s: 20000',
    ]);
  });

  it('comes when nobody listens, and the message names the error', async () => {
    await server.close();
    await expect(makeApi().fetchDay(day)).rejects.toThrow('failed (ECONNREFUSED), in 4 tries.');
  });
});

describe('an answer that is refused', () => {
  it.each([
    ['HTML', text('<!doctype html><title>Papers</title>'), 'is HTML: "<!doctype html>'],
    [
      'a part of an answer',
      text(JSON.stringify(entries).slice(0, 400)),
      'is not JSON, or only a part of it: "[{',
    ],
    ['nothing', text(''), 'is not JSON'],
    ['an object', json({ error: 'gone' }), 'is not a list of papers: "{"error":"gone"}"'],
    ['a status that stays', status(404, {}, 'Not found'), 'with status 404: "Not found".'],
    ['bytes that are not UTF-8', text(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])), 'not UTF-8'],
    ['too much', text(Buffer.alloc(20 * 1024 * 1024 + 1, 0x20)), 'larger than 20 MB'],
    [
      'a redirect to another host',
      status(302, { Location: 'https://example.org/papers' }),
      'redirects to "https://example.org/papers" (302)',
    ],
    [
      'a redirect to another scheme',
      status(301, { Location: 'file:///etc/hosts' }),
      'redirects to "file:///etc/hosts"',
    ],
    ['a redirect to nowhere', status(307), 'redirects to no address (307)'],
    ['a redirect to itself', status(302, { Location: '?date=2025-03-11' }), 'again and again'],
    ['control characters', text('\u001b[31mred'), '"\\u{1b}[31mred"'],
  ])('is %s', async (_, responder, message) => {
    server.answer(day, responder);
    await expect(makeApi().fetchDay(day)).rejects.toThrow(message);
    expect(retries).toEqual([]);
  });

  it('is none that the server moved on its own host', async () => {
    server.answer(day, status(308, { Location: '/api/v2/daily_papers?date=2025-03-12' }));
    server.answer('2025-03-12', json(entries));
    expect(await makeApi().fetchDay(day)).toEqual(entries);
  });
});
