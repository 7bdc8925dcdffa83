import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { countFound, titles } from './search-answers.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

test('says so where a word is in no paper, and what it shows instead', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=learning+asdfgh`);
  const status = page.locator('[data-status]');
  await status.filter({ hasText: 'No paper has “asdfgh”; ' }).waitFor();
  expect(await titles(page)).not.toEqual([]);
  // Words of other forms, beginnings and parts of words are no such.
  for (const query of ['learn', 'studies', 'weighted', 'generalizati', '$k$-means']) {
    await page.getByRole('searchbox').fill(query);
    await status.filter({ hasText: /^\d+ papers?$/ }).waitFor();
  }
});

test('says what to try where nothing is found', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=zzzxqyqy`);
  await page.locator('[data-status]', { hasText: 'No paper has all of these words.' }).waitFor();
  expect(await page.locator('[data-tips]').innerText()).toContain('fewer words');
  expect(await page.locator('[data-unfiltered]').isVisible()).toBe(false);
  expect(await titles(page)).toEqual([]);
  await page.getByRole('searchbox').fill('sinkhorn');
  await page.locator('[data-results] h2').first().waitFor();
  expect(await page.locator('[data-tips]').isVisible()).toBe(false);
});

test('where filters let nothing through, it offers to drop them', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=sinkhorn&day=2025-03-14&code=1`);
  await countFound(page);
  await page.getByRole('searchbox').fill('sinkhorn newton');
  await page.getByRole('link', { name: 'Search all papers' }).click();
  await page.locator('[data-status]', { hasText: /^1 paper$/ }).waitFor();
  expect(new URL(page.url()).search).toBe('?q=sinkhorn+newton');
  expect(await page.getByLabel('has code').isChecked()).toBe(false);
});

test('where nothing is asked for, it says what can be', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/`);
  await page.getByRole('link', { name: 'O(n^2)' }).click();
  expect(await countFound(page)).toBeGreaterThan(0);
  expect(await page.getByRole('searchbox').inputValue()).toBe('O(n^2)');
});

test('says that a day has no capture, and keeps what was asked for', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=learning&day=2099-01-01`);
  await page.locator('[data-status]', { hasText: 'There is no capture of 2099-01-01.' }).waitFor();
  expect(await titles(page)).toEqual([]);
  expect(await page.getByLabel('Day').inputValue()).toBe('2099-01-01');
  await page.getByLabel('Day').selectOption('');
  expect(await countFound(page)).toBeGreaterThan(0);
});

test.each([
  ['at once', 0],
  ['after it said that it loads', 500],
])('says so where the index cannot be loaded, %s, and goes on saying it', async (_, delayMs) => {
  // Not the reader's page, which takes failed requests for faults.
  const page = await reader.browser.newPage({ serviceWorkers: 'block' });
  await page.clock.install();
  await page.route('**/pagefind/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route.abort();
  });
  await page.goto(`${inject('rootUrl')}search/?q=learning`);
  const status = page.locator('[data-status]');
  await status.filter({ hasText: 'could not be loaded' }).waitFor();
  // Longer than it waits before it says that it loads.
  await page.clock.runFor(700);
  expect(await status.innerText()).toContain('could not be loaded');
  await page.close();
});

test('a hostile query is text', async () => {
  const query = '"><img src=x onerror=document.title="hit"><script>document.title="hit"</script>';
  const page = await reader.open(`${inject('rootUrl')}search/?q=${encodeURIComponent(query)}`);
  await countFound(page).catch(() => 0);
  expect(await page.title()).toBe('Search · Dayleaf');
  expect(await page.getByRole('searchbox').inputValue()).toBe(query);
});

test('of a typeset title nothing acts or loads, whatever the file of titles holds', async () => {
  const page = await reader.browser.newPage({ serviceWorkers: 'block' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/search/typeset.json', async (route) => {
    const titles = await (await route.fetch()).json();
    const hostile =
      '<span class="katex" onclick="document.title=1">k</span><img src="/hit" onerror="document.title=1"><svg onload="document.title=1"><a href="javascript:1">x</a></svg><script>document.title=1</script>';
    await route.fulfill({
      json: Object.fromEntries(Object.keys(titles).map((slug) => [slug, hostile])),
    });
  });
  await page.goto(`${inject('rootUrl')}search/?q=k-medoids`);
  const title = page.locator('[data-results] h2 a').first();
  await title.locator('.katex').waitFor();
  await title.locator('.katex').click({ modifiers: ['ControlOrMeta'] });
  expect(await title.evaluate((link) => link.querySelector('img, script, a'))).toBeNull();
  expect(await title.locator('[onclick], [onload], [href]').count()).toBe(0);
  expect(await page.title()).toBe('Search · Dayleaf');
  expect(asked.filter((url) => url.endsWith('/hit'))).toEqual([]);
  await page.close();
});
