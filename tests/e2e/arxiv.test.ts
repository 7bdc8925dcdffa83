import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../../scripts/serve-site.ts';
import { type ArchiveFixture, makeArchive } from '../build/archive-fixture.ts';
import { makeApiAnswer } from '../build/make-api-answer.ts';
import { makeReader, type Reader } from './reader.ts';

let archive: ArchiveFixture;
let site: ServedSite;
let reader: Reader;
let page: Page;

beforeAll(async () => {
  archive = makeArchive();
  archive.write(
    'day.json',
    makeApiAnswer('2025-03-11', [
      ['2503.00001', 'A First Paper'],
      ['math/0211159', 'An Old Paper'],
    ]),
  );
  const { code, output } = await archive.build({ SITE_URL: 'https://example.org/archive/' });
  expect({ code, output }).toMatchObject({ code: 0 });
  site = await serveSite(archive.site, '/archive/');
  reader = await makeReader();
});
afterEach(() => page.context().close());
afterAll(async () => {
  await reader.close();
  await site.stop();
  archive.dispose();
});

// The server does not read `_redirects`, so that paths are answered with the error page.
test.each([
  ['arxiv/2503.00001v2/', 'a-first-paper'],
  ['arxiv/math/0211159/', 'an-old-paper'],
  ['arxiv/?id=math.GT/0211159v1', 'an-old-paper'],
])('%s opens %s', async (path, slug) => {
  page = await reader.open(site.url + path);
  await page.waitForURL(`${site.url}papers/${slug}/`);
});

test.each([
  ['arxiv/2503.00009/', 'No paper of this archive is known to have the arXiv id 2503.00009'],
  // No paper of this month: there is no file to ask.
  ['arxiv/2401.00009/', 'No paper of this archive is known to have the arXiv id 2401.00009'],
])('%s says that the archive does not have the paper, and where it is', async (path, words) => {
  page = await reader.open(site.url + path);
  await page.getByRole('status').getByText(words).waitFor();
  expect(await page.getByRole('link', { name: 'at arxiv.org' }).getAttribute('href')).toBe(
    `https://arxiv.org/abs/${path.slice(6, -1)}`,
  );
});

test('what is not an id is shown as text, and can be corrected', async () => {
  page = await reader.open(`${site.url}arxiv/<b>250300001</b>/`);
  await page.getByText('“<b>250300001</b>” is not an arXiv id').waitFor();
  expect(await page.getByRole('link', { name: 'at arxiv.org' }).count()).toBe(0);
  await page.getByLabel('arXiv id').fill('2503.00001');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.waitForURL(`${site.url}papers/a-first-paper/`);
});

test('a site that does not answer is not a paper that is unknown', async () => {
  page = await reader.open(`${site.url}arxiv/`);
  await page.context().route('**/arxiv-ids/**', (route) => route.fulfill({ status: 503 }));
  await page.goto(`${site.url}arxiv/?id=2503.00001`);
  await page.getByText('2503.00001 could not be looked up').waitFor();
});
