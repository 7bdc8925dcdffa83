import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { countFound, titles } from './search-answers.ts';
import { bothSites } from './sites.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

describe.each(bothSites)('search %s', (_, home) => {
  test('answers as one types, writes the query into the address, and leads to the paper', async () => {
    const page = await reader.open(`${home}search/`);
    await page.getByRole('searchbox').pressSequentially('fisher-weighted');
    await page
      .locator('[data-results] h2', { hasText: 'Merging Models with Fisher-Weighted Averaging' })
      .waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('fisher-weighted');
    await page.locator('[data-results] h2 a', { hasText: 'Merging Models with Fisher' }).click();
    await page.waitForURL('**/papers/merging-models-with-fisher-weighted-averaging/');
    expect(await page.locator('h1').innerText()).toContain('Merging Models');
  });

  test('an address with a query shows its answer', async () => {
    const page = await reader.open(`${home}search/?q=sinkhorn`);
    expect(await countFound(page)).toBeGreaterThan(0);
    expect((await titles(page)).join()).toContain('Accelerating Sinkhorn Algorithm');
    expect(await page.getByRole('searchbox').inputValue()).toBe('sinkhorn');
  });
});

test('filters by day and by code, alone and together, and the address holds them', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=learning`);
  const all = await countFound(page);
  await page.getByLabel('Day').selectOption('2025-08-08');
  await page.waitForFunction(
    (n) => !document.querySelector('[data-status]')?.textContent?.startsWith(`${n} `),
    all,
  );
  const ofDay = await countFound(page);
  expect(ofDay).toBeGreaterThan(0);
  expect(ofDay).toBeLessThan(all);
  await page.getByLabel('has code').check();
  await page.waitForFunction(
    (n) => !document.querySelector('[data-status]')?.textContent?.startsWith(`${n} `),
    ofDay,
  );
  expect(await countFound(page)).toBeLessThan(ofDay);
  expect(new URL(page.url()).search).toBe('?q=learning&day=2025-08-08&code=1');

  const shared = await reader.open(page.url());
  expect(await countFound(shared)).toBe(await countFound(page));
  expect(await shared.getByLabel('has code').isChecked()).toBe(true);
});

test('a filter alone lists all papers that it lets through', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?day=2025-08-08`);
  expect(await countFound(page)).toBe(32);
  await page.getByRole('button', { name: 'More results' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-results] h2').length === 20);
  // Nothing of what is hidden in the index is shown: keys of formulas and days, marks, LaTeX.
  expect(await page.locator('[data-results]').innerText()).not.toMatch(/ƒ|[\uE000-\uF8FF]|\\/);
});

test('a quoted phrase is looked for within a day too', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q="language+models"`);
  const all = await countFound(page);
  let ofDays = 0;
  const days = page.getByLabel('Day').locator('option:not([value=""])');
  for (const day of await days.evaluateAll((options) =>
    options.map((option) => (option as HTMLOptionElement).value),
  )) {
    await page.goto(`${inject('rootUrl')}search/?q="language+models"&day=${day}`);
    ofDays += await countFound(page);
  }
  // A paper that was captured on two days is found on both.
  expect(ofDays).toBeGreaterThanOrEqual(all);
  expect(ofDays).toBeLessThan(1.2 * all);
});

test('back from a paper, the list is as it was left', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=learning`);
  const results = page.locator('[data-results] h2 a');
  await page.getByRole('button', { name: 'More results' }).click();
  await results.nth(19).waitFor();
  await results.nth(11).scrollIntoViewIfNeeded();
  const title = await results.nth(11).innerText();
  const scroll = await page.evaluate(() => scrollY);
  expect(scroll).toBeGreaterThan(0);
  await results.nth(11).click();
  await page.waitForURL('**/papers/**');
  await page.goBack();
  await results.nth(19).waitFor();
  expect(await results.count()).toBe(20);
  expect(await results.nth(11).innerText()).toBe(title);
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 2, scroll);
});

describe('more results', () => {
  const more = (page: Page) => page.getByRole('button', { name: 'More results' });
  const results = (page: Page) => page.locator('[data-results] h2');
  const isFragment = (url: URL) => url.pathname.endsWith('.pf_fragment');

  test('come however fast they are asked for, and whatever was collected as garbage', async () => {
    const page = await reader.open(`${inject('rootUrl')}search/?q=learning`);
    await results(page).nth(9).waitFor();
    const devTools = await page.context().newCDPSession(page);
    for (let press = 1; press <= 4; press++) {
      await devTools.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(150);
      await more(page).click();
    }
    await results(page).nth(49).waitFor();
    expect(await countFound(page)).toBeGreaterThan(50);
    expect(new Set(await titles(page)).size).toBe(50);
  });

  test('are asked for again where one does not come, and left out and counted where it does not come at all', async () => {
    const page = await reader.open(`${inject('rootUrl')}search/?q=learning`);
    expect(await countFound(page)).toBeGreaterThan(30);
    const asked: string[] = [];
    let [lost, always] = ['', ''];
    await page.context().route(isFragment, async (route) => {
      const url = route.request().url();
      asked.push(url);
      lost ||= url;
      if (!always && url !== lost) always = url;
      const isFirst = asked.filter((other) => other === url).length === 1;
      if (url === always || (url === lost && isFirst)) return await route.fulfill({ body: 'x' });
      return await route.continue();
    });
    await more(page).click();
    await results(page).nth(18).waitFor();
    expect(await results(page).count()).toBe(19);
    expect(await page.locator('[data-status]').innerText()).toMatch(
      /^\d+ papers 1 paper could not be loaded\.$/,
    );
    expect(asked.filter((url) => url === lost)).toHaveLength(2);
    await more(page).click();
    await results(page).nth(28).waitFor();
  });
});
