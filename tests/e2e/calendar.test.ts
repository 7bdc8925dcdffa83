import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { bothSites } from './sites.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const abstracts = (page: Page) => page.locator('.contents .abstract');
const button = (page: Page, name: string) => page.getByRole('button', { name });

describe.each(bothSites)('the calendar %s', (_, home) => {
  test('leads to every day, and says its date and number', async () => {
    const page = await reader.open(home);
    const days = page.locator('.calendar svg a');
    expect(await days.locator('title').allTextContents()).toEqual([
      '8 August 2025, 32 papers',
      '11 March 2025, 206 papers',
      '14 March 2025, 85 papers',
    ]);
    expect(await page.locator('.calendar [aria-current=date]').getAttribute('href')).toContain(
      '/days/2025-08-08/',
    );
    await page.getByRole('link', { name: '14 March 2025, 85 papers' }).click();
    await page.waitForURL('**/days/2025-03-14/');
  });

  test('leads from a day to its week and month, and to those beside them', async () => {
    const page = await reader.open(`${home}days/2025-03-14/`);
    await page.getByRole('link', { name: 'Week 11' }).click();
    await page.waitForURL('**/weeks/2025-W11/');
    expect(await page.locator('h1').innerText()).toMatch(/266 papers on 2 days/);
    await page.getByRole('link', { name: 'Week 32' }).first().click();
    await page.waitForURL('**/weeks/2025-W32/');
    await page.getByLabel('Part of').getByRole('link', { name: 'August 2025' }).click();
    await page.waitForURL('**/months/2025-08/');
    await page.locator('a[rel=prev]').first().click();
    await page.waitForURL('**/months/2025-03/');
    expect(await page.locator('section.day').count()).toBe(2);
  });

  test('shows abstracts in a month, fetched from its days as one comes to them', async () => {
    const page = await reader.open(`${home}months/2025-03/`);
    expect(await abstracts(page).count()).toBe(0);
    await button(page, 'Show abstracts').click();
    await abstracts(page).first().waitFor();
    expect(await abstracts(page).count()).toBe(206);
    await page.locator('#day-2025-03-14').scrollIntoViewIfNeeded();
    await page.locator('[data-abstracts-from$="2025-03-14/"] .abstract').first().waitFor();
    expect(await abstracts(page).count()).toBe(291);
  });
});

describe('the switch between titles and abstracts', () => {
  test('is remembered over pages, and taken back', async () => {
    const page = await reader.open(`${inject('rootUrl')}days/2025-03-14/`);
    expect(await abstracts(page).first().isVisible()).toBe(false);
    await button(page, 'Show abstracts').click();
    expect(await abstracts(page).first().isVisible()).toBe(true);
    expect(await page.locator('.contents summary').first().isVisible()).toBe(false);
    await page.goto(inject('rootUrl'));
    expect(await abstracts(page).first().isVisible()).toBe(true);
    await button(page, 'Titles only').click();
    await page.reload();
    expect(await abstracts(page).first().isVisible()).toBe(false);
  });

  test('works by keyboard', async () => {
    const page = await reader.open(`${inject('rootUrl')}days/2025-03-14/`);
    await button(page, 'Show abstracts').focus();
    await page.keyboard.press('Enter');
    expect(await button(page, 'Titles only').evaluate((it) => it === document.activeElement)).toBe(
      true,
    );
    expect(await abstracts(page).first().isVisible()).toBe(true);
  });

  test('is not there without JavaScript, where abstracts unfold one by one', async () => {
    const page = await reader.open(`${inject('rootUrl')}days/2025-03-14/`, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('[data-abstracts-switch]').isVisible()).toBe(false);
    await page.locator('.contents summary').first().click();
    expect(await abstracts(page).first().isVisible()).toBe(true);
    expect(await abstracts(page).nth(1).isVisible()).toBe(false);
  });

  test('says which abstracts could not be loaded, and gets them when asked again', async () => {
    // What a service worker answers never comes to the route below.
    const page = await reader.open(`${inject('rootUrl')}weeks/2025-W32/`, {
      serviceWorkers: 'block',
    });
    await page.route('**/days/**', (route) => route.fulfill({ status: 200, body: '' }), {
      times: 1,
    });
    await button(page, 'Show abstracts').click();
    await page.getByText('could not be loaded').waitFor();
    await button(page, 'Titles only').click();
    await button(page, 'Show abstracts').click();
    await abstracts(page).first().waitFor();
    expect(await abstracts(page).count()).toBe(32);
    expect(await page.getByText('could not be loaded').count()).toBe(0);
  });
});

test('on paper a day has its abstracts and the addresses of its papers', async () => {
  const page = await reader.open(`${inject('rootUrl')}days/2025-03-14/`);
  await page.emulateMedia({ media: 'print' });
  await abstracts(page).first().waitFor({ state: 'visible', timeout: 5000 });
  expect(await page.locator('.tools').isVisible()).toBe(false);
  const address = await page
    .locator('.contents .title a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toMatch(/^"http:\/\/localhost:4321\/papers\/prosper-/);
  expect(await page.locator('.printed').innerText()).toBe('http://localhost:4321/days/2025-03-14/');
});
