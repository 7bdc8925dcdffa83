import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { button, savedTitles } from './saved-papers.ts';

let reader: Reader;
const home = inject('rootUrl');
const day = `${home}days/2025-03-11/`;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

/** The text of what has the focus. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText);

test('j and k lead from title to title, s and m mark them, o and Enter open them', async () => {
  const page = await reader.open(day);
  const titles = await page.locator('.contents .title').allInnerTexts();
  await page.keyboard.press('j');
  expect(await focused(page)).toBe(titles[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(titles[1]);
  await page.keyboard.press('s');
  await page.keyboard.press('m');
  expect(await button(page, 'Save', 1).getAttribute('aria-pressed')).toBe('true');
  expect(await button(page, 'Mark read', 1).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('status').getByText(`Read: ${titles[1]}`).waitFor({ state: 'attached' });
  await page.keyboard.press('o');
  await page.waitForURL('**/papers/merging-models-with-fisher-weighted-averaging/');
  await page.goBack();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/papers/**');
});

test('at the ends of a list the focus stays', async () => {
  const page = await reader.open(day);
  await page.keyboard.press('j');
  const first = await focused(page);
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(first);
  await page.locator('.contents .title a').last().focus();
  const last = await focused(page);
  await page.keyboard.press('j');
  expect(await focused(page)).toBe(last);
});

test('j begins where one reads, and passes over what is hidden', async () => {
  const page = await reader.open(day);
  const titles = await page.locator('.contents .title').allTextContents();
  await button(page, 'Mark read', 1).click();
  await page.getByRole('button', { name: /^Hide/ }).click();
  await page.locator('.contents .title a').first().focus();
  await page.keyboard.press('j');
  expect(await focused(page)).toBe(titles[2]);
  await page.reload();
  await page.evaluate(() => {
    document.querySelectorAll('.contents > li')[20]?.scrollIntoView({ behavior: 'instant' });
  });
  await page.keyboard.press('j');
  expect(await focused(page)).toBe(titles[20]);
});

test('on a paper, j and k lead to its neighbours, s and m mark it', async () => {
  const page = await reader.open(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  await page.keyboard.press('s');
  await page.keyboard.press('m');
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  expect(await button(page, 'Mark read').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('s');
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('false');
  const start = page.url();
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.href !== start);
  const next = page.url();
  await page.keyboard.press('k');
  await page.waitForURL(start);
  expect(next).toContain('/papers/');
});

test('t turns the page from light to dark and back', async () => {
  const page = await reader.open(day, { colorScheme: 'light' });
  const scheme = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await scheme();
  await page.keyboard.press('t');
  const dark = await scheme();
  expect(dark).not.toBe(light);
  await page.goto(home);
  expect(await scheme()).toBe(dark);
  await page.keyboard.press('t');
  expect(await scheme()).toBe(light);
});

test.each(['page', 'sheet'])(
  'on the results of a search %s, s and m mark papers',
  async (where) => {
    const page = await reader.open(where === 'page' ? `${home}search/` : day);
    const scope = where === 'page' ? page.locator('main') : page.getByRole('dialog');
    await page.keyboard.type(where === 'page' ? 'fisher' : '/fisher');
    await scope.locator('[data-status]', { hasText: /papers?$/ }).waitFor();
    const [first] = await scope.locator('[data-results] .title').allInnerTexts();
    // They are letters in the field.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('m');
    expect(await scope.getByRole('searchbox').inputValue()).toBe('fisher');
    for (const name of ['Save', 'Mark read'] as const)
      expect(await button(scope, name).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('status').getByText(`Read: ${first}`).waitFor({ state: 'attached' });
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(first);
    await page.goto(`${home}saved/`);
    expect(await savedTitles(page)).toEqual([first]);
    await page.goto(`${home}search/?q=fisher`);
    await page.locator('[data-status]', { hasText: /papers?$/ }).waitFor();
    expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  },
);

test('keys are letters where one types, and the browser has its own', async () => {
  const page = await reader.open(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  await page.locator('.own-note summary').click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.pressSequentially('m? just /k');
  expect(await note.inputValue()).toBe('m? just /k');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await button(page, 'Mark read').getAttribute('aria-pressed')).toBe('false');
  await page.locator('h1').click();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Alt+m');
  await page.keyboard.press('Shift+M');
  expect(await button(page, 'Mark read').getAttribute('aria-pressed')).toBe('false');
});

test('? lists the keys; closing it leads back; none of them works in it', async () => {
  const page = await reader.open(day);
  await page.keyboard.press('j');
  const title = await focused(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  expect(await dialog.locator('kbd').allInnerTexts()).toEqual([...'/jkosmt?']);
  await page.keyboard.press('s');
  expect(await page.locator('[aria-pressed="true"]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe(title);
});

test('keys can be turned off, and stay so; the foot of the page still lists them', async () => {
  const page = await reader.open(day);
  const open = page.getByRole('button', { name: 'Keys' });
  await open.click();
  await page.getByLabel('Use these keys').uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await focused(page)).toBe(await open.innerText());
  await page.reload();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await open.click();
  expect(await page.getByLabel('Use these keys').isChecked()).toBe(false);
  await page.getByLabel('Use these keys').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await page.locator('.contents .title a:focus').count()).toBe(1);
});
