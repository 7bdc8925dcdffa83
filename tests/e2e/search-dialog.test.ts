import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { bothSites } from './sites.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

describe.each(bothSites)('the search over a page %s', (_, home) => {
  test('opens by the link, answers as one types, and leads to a paper', async () => {
    const page = await reader.open(`${home}days/2025-03-14/`);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    // At once, before anything else is loaded: no letter is lost.
    await page.keyboard.type('fisher-weighted');
    const title = dialog.locator('h2', {
      hasText: 'Merging Models with Fisher-Weighted Averaging',
    });
    await title.waitFor();
    await dialog.locator('[data-status]', { hasText: /^1 paper$/ }).waitFor();
    expect(await dialog.getByRole('searchbox').inputValue()).toBe('fisher-weighted');
    expect(page.url()).toBe(`${home}days/2025-03-14/`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/merging-models-with-fisher-weighted-averaging/');
    await page.goBack();
    expect(await dialog.isVisible()).toBe(false);
  });

  test('leads to the same search as a page', async () => {
    const page = await reader.open(`${home}about/`);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByLabel('has code').check();
    await dialog.getByRole('searchbox').fill('learning');
    await dialog.locator('[data-status]', { hasText: /papers$/ }).waitFor();
    const count = await dialog.locator('[data-status]').innerText();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=learning&code=1');
    await page.locator('[data-status]', { hasText: count }).waitFor();
  });
});

test('closes by Escape, by its button and beside it, and gives the focus back', async () => {
  const page = await reader.open(inject('rootUrl'));
  const link = page.getByRole('link', { name: 'Search', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const ways = [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(700, 880),
  ];
  for (const close of ways) {
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Close' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await close();
    await dialog.waitFor({ state: 'hidden' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  expect(await page.locator('dialog').count()).toBe(1);
});

test('with ctrl the link opens a tab, as links do', async () => {
  const page = await reader.open(inject('rootUrl'));
  const opened = page.context().waitForEvent('page');
  await page
    .getByRole('link', { name: 'Search', exact: true })
    .click({ modifiers: ['ControlOrMeta'] });
  expect((await opened).url()).toBe(`${inject('rootUrl')}search/`);
  expect(await page.locator('dialog').count()).toBe(0);
});

test('on the search page the link leads to the field', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/`);
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  expect(await page.locator('dialog').count()).toBe(0);
});

test('without JavaScript the link leads to the search page, which says what it needs', async () => {
  // Not the reader's page: Chromium takes modules that it is told of and does not run for failures.
  const page = await reader.browser.newPage({ javaScriptEnabled: false });
  await page.goto(inject('rootUrl'));
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.waitForURL('**/search/');
  expect(await page.locator('noscript').innerText()).toContain('needs JavaScript');
  await page.close();
});

test('a page loads little of it before it is asked for', async () => {
  const page = await reader.open(inject('rootUrl'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(loaded.filter((url) => /search-(view|dialog)|pagefind/.test(url))).toEqual([]);
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('button', { name: 'Close' }).waitFor();
  expect(asked.filter((url) => /search-(view|dialog)/.test(url)).length).toBeGreaterThan(0);
  // Pagefind waits for a query.
  expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
});

test('opens by /, and what is typed at once goes into its field and is no key', async () => {
  const page = await reader.open(`${inject('rootUrl')}days/2025-03-14/`);
  await page.keyboard.type('/smooth');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.locator('[data-status]', { hasText: /papers?$/ }).waitFor();
  expect(await dialog.getByRole('searchbox').inputValue()).toBe('smooth');
  // `s` and `m` would have saved the paper and marked it as read.
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
