import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const titles = (page: Page): Promise<string[]> => page.locator('[data-results] h2').allInnerTexts();

/** The number of papers that the page says it found, once it says so. */
async function countFound(page: Page): Promise<number> {
  const status = page.locator('[data-status]');
  await status.filter({ hasText: /paper/i }).waitFor();
  return Number.parseInt(await status.innerText(), 10) || 0;
}

describe.each([
  ['at a root', inject('rootUrl')],
  ['under a path', inject('pathUrl')],
])('search %s', (_, home) => {
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
});

test.each([
  ['\\epsilon', 'its TeX'],
  ['mtimes', 'what it was captured as'],
  ['R^{m\\times n}', 'its whole TeX'],
  ['R^{mtimes n}', 'its whole captured text'],
])('finds formulas by %s (%s)', async (query) => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=${encodeURIComponent(query)}`);
  expect(await countFound(page)).toBeGreaterThan(0);
  if (query.includes('times')) {
    expect((await titles(page)).join('\n')).toContain(
      'Low Rank Matrix Completion via Robust Alternating',
    );
  }
});

test('says what to try where nothing is found', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=zzzxqyqy`);
  await page.locator('[data-status]').filter({ hasText: 'Try fewer' }).waitFor();
  expect(await titles(page)).toEqual([]);
});

test('a hostile query is text', async () => {
  const query = '"><img src=x onerror=document.title="hit"><script>document.title="hit"</script>';
  const page = await reader.open(`${inject('rootUrl')}search/?q=${encodeURIComponent(query)}`);
  await countFound(page).catch(() => 0);
  expect(await page.title()).toBe('Search · Dayleaf');
  expect(await page.getByRole('searchbox').inputValue()).toBe(query);
});
