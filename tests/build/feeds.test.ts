import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseAtomFeed } from 'feedsmith';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;
const abstract = `${makeAbstract('sketches')} We sketch by Rin R^{stimes d} in O(n^2) steps. See https://github.com/a/sketch.`;
const env = { SITE_URL: 'https://example.org/archive/' };

interface Entry {
  id?: string;
  updated?: string;
  summary?: { value?: string };
  content?: { value?: string };
}

/** The entries of a feed, by title. */
function entries(name: string): Record<string, Entry> {
  const feed = parseAtomFeed(readFileSync(join(archive.site, `feeds/${name}.xml`), 'utf8'));
  return Object.fromEntries(
    (feed.entries ?? []).map((entry) => [String(entry.title?.value), entry] as const),
  );
}

beforeAll(async () => {
  archive = makeArchive();
  archive.write(
    '2025-03-11.txt',
    makeSeed('Mar 11', ['Old Name', abstract], ['Another', makeAbstract('other things')]),
  );
  expect(await archive.build(env)).toMatchObject({ code: 0 });
});
afterAll(() => archive.dispose());

test('an entry has the whole abstract, its mathematics as MathML, and as text', () => {
  const entry = entries('papers')['Old Name'];
  expect(entry.content?.value).toContain('<mi>ℝ</mi>');
  expect(entry.content?.value).toContain('We study sketches in depth.');
  expect(entry.summary?.value).toContain('in O(n²) steps');
  expect(entry.updated).toBe('2025-03-11T00:00:00Z');
  expect(Object.keys(entries('code'))).toEqual(['Old Name']);
  expect(Object.keys(entries('days'))).toEqual(['11 March 2025']);
  const [ofDays, ofMonth] = ['days', 'months/2025-03'].map(
    (name) => entries(name)['11 March 2025'],
  );
  expect(ofDays?.content?.value).toContain('We study sketches in depth.');
  expect(ofMonth).toMatchObject({ id: ofDays?.id, updated: ofDays?.updated });
  expect(ofMonth?.content?.value).toContain('>Old Name</a>');
  expect(ofMonth?.content?.value).not.toContain('We study');
});

test('JSON feeds are valid by their schema', () => {
  const ajv = addFormats.default(new Ajv2020());
  const schema = JSON.parse(readFileSync('tests/fixtures/schemas/json-feed.json', 'utf8'));
  for (const name of ['days', 'papers', 'code', 'months/2025-03']) {
    const feed = JSON.parse(archive.html(`feeds/${name}.json`));
    expect(ajv.validate(schema, feed), `${name}: ${ajv.errorsText()}`).toBe(true);
    expect(feed.items.length).toBeGreaterThan(0);
  }
});

test('pages say which feeds there are', () => {
  const feedsOf = (page: string) =>
    [...archive.html(page).matchAll(/type="application\/atom\+xml"[^>]*href="([^"]*)"/g)].map(
      ([, href]) => href,
    );
  const always = ['/archive/feeds/days.xml', '/archive/feeds/papers.xml'];
  expect(feedsOf('index.html')).toEqual(always);
  expect(feedsOf('months/2025-03/index.html')).toEqual([
    '/archive/feeds/months/2025-03.xml',
    ...always,
  ]);
  expect(feedsOf('search/index.html')).toEqual(['/archive/feeds/code.xml', ...always]);
  expect(archive.html('robots.txt')).toContain(
    'Sitemap: https://example.org/archive/sitemap-index.xml',
  );
});

test('a digest is a mail with the day in it, the same each time', async () => {
  const out = join(archive.seeds, '../day.eml');
  const write = () =>
    archive.run('scripts/digest.ts', ['--day', '2025-03-11', '--out', out], { env });
  expect(await write()).toMatchObject({
    code: 0,
    output: expect.stringContaining('Dayleaf: 11 March 2025, 2 papers'),
  });
  const bytes = readFileSync(out);
  const mail = await PostalMime.parse(bytes);
  expect(mail.from).toEqual({ name: 'Dayleaf', address: 'digest@example.org' });
  expect(mail.date).toBe('2025-03-11T00:00:00.000Z');
  for (const body of [mail.text, mail.html]) {
    expect(body).toContain('https://example.org/archive/papers/old-name/');
    expect(body).toContain('in O(n²) steps');
  }
  expect(await write()).toMatchObject({ code: 0 });
  expect(readFileSync(out)).toEqual(bytes);
});

test('a digest of a day without captures names the nearest days with captures', async () => {
  const { code, output } = await archive.run('scripts/digest.ts', ['--day', '2025-03-12']);
  expect(code).toBe(1);
  expect(output).toBe(
    'There are no captures of 2025-03-12. The nearest days with captures:\n  2025-03-11\n',
  );
});

test('a digest has the papers that a search finds, or there is none', async () => {
  const since = ['--since', '2025-03-11'];
  const digest = (...args: string[]) =>
    archive.run('scripts/digest.ts', [...since, '--until', '2025-03-12', ...args], { env });
  const { code, output } = await digest('--search', 'ÓTHER thing', '--titles');
  expect(code).toBe(0);
  const { subject, html, text } = await PostalMime.parse(output);
  expect(subject).toBe('Dayleaf: 11 March 2025, 1 paper with “ÓTHER thing”');
  for (const body of [html, text]) {
    expect(body).toContain('Another');
    expect(body).not.toContain('Old Name');
    expect(body).not.toContain('We study');
  }
  expect(await digest('--search', 'other sketches')).toEqual({
    code: 1,
    output: 'No paper of 2025-03-11 has all words of "other sketches", so there is no mail.\n',
  });
  expect((await digest('--search', '“…”')).output).toContain('--search takes words');
  expect((await archive.run('scripts/digest.ts', [...since, '--until', '2025-03-10'])).output).toBe(
    '--until 2025-03-10 is before --since 2025-03-11.\n',
  );
});

test.runIf(isLong)('a digest stays below 100 KB unless it is asked for in full', async () => {
  const long = makeArchive();
  try {
    const papers = Array.from({ length: 300 }, (_, i): [string, string] => [
      `On Subject Number ${i}`,
      `${makeAbstract(`subject number ${i}`)} ${'More is said of it here. '.repeat(40)}`.trim(),
    ]);
    long.write('2025-03-11.txt', makeSeed('Mar 11', ...papers));
    expect(
      await long.run('scripts/seeds-add.ts', [join(long.seeds, '2025-03-11.txt')]),
    ).toMatchObject({
      code: 0,
    });
    const out = join(long.folder, 'day.eml');
    const digest = (...args: string[]) =>
      long.run('scripts/digest.ts', ['--day', '2025-03-11', '--out', out, ...args], { env });
    expect((await digest()).output).toContain('to stay below 100 KB; --full writes all of it.');
    const mail = readFileSync(out);
    expect(mail.length).toBeLessThan(100_000);
    expect((await PostalMime.parse(mail)).html).toContain('On Subject Number 299');
    expect((await digest('--full')).output).not.toContain('100 KB');
    expect((await PostalMime.parse(readFileSync(out))).text?.split('More is said')).toHaveLength(
      300 * 40 + 1,
    );
    // A reader that ends early, as `head` does, ends the command without a fault.
    const child = spawn(process.execPath, ['scripts/digest.ts', '--day', '2025-03-11', '--full'], {
      env: { ...process.env, ...env, DAYLEAF_SEEDS: long.seeds },
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said).not.toContain('EPIPE');
  } finally {
    long.dispose();
  }
});

test('a retitled paper keeps its id, which has no host, and says when it changed', async () => {
  const before = entries('papers')['Old Name'].id;
  const day = entries('days')['11 March 2025'];
  archive.write('2025-03-14.txt', makeSeed('Mar 14', ['New Name', abstract]));
  expect(await archive.build({ SITE_URL: 'https://elsewhere.org/' })).toMatchObject({ code: 0 });
  const papers = entries('papers');
  expect(Object.keys(papers)).toEqual(['New Name', 'Another']);
  expect(papers['New Name']).toMatchObject({ id: before, updated: '2025-03-14T00:00:00Z' });
  expect(papers.Another.updated).toBe('2025-03-11T00:00:00Z');
  expect(Object.keys(entries('days'))).toEqual(['14 March 2025', '11 March 2025']);
  // The day on which it stood shows its new name now.
  expect(entries('days')['11 March 2025']).toMatchObject({
    id: day.id,
    published: '2025-03-11T00:00:00Z',
    updated: '2025-03-14T00:00:00Z',
  });
  const sitemap = archive.html('sitemap-papers-1.xml');
  expect(sitemap).toContain('<loc>https://elsewhere.org/papers/new-name/</loc>');
  expect(sitemap).not.toContain('old-name');
});
