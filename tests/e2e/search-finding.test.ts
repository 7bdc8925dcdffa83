import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { countFound, titles } from './search-answers.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const ask = (address: string) => reader.open(`${inject('rootUrl')}search/${address}`);

describe('what is found', () => {
  test('titles that have the query come first, of these the newest', async () => {
    const page = await ask('?q=diffusion');
    const found = await countFound(page);
    for (let shown = 10; shown < found; shown += 10) {
      await page.getByRole('button', { name: 'More results' }).click();
      await page.locator('[data-results] > li').nth(shown).waitFor();
    }
    const has = (await titles(page)).map((title) => /diffusion/i.test(title));
    const last = has.lastIndexOf(true);
    expect(last).toBeGreaterThan(10);
    expect(has.slice(0, last)).not.toContain(false);
    expect(has).toHaveLength(found);
    const days = page.locator('[data-results] .facts');
    expect(await days.first().innerText()).toContain('8 August 2025');
  });

  test('no paper is listed twice', async () => {
    const page = await ask('?q=learning');
    await countFound(page);
    await page.getByRole('button', { name: 'More results' }).click();
    await page.locator('[data-results] > li').nth(19).waitFor();
    const all = await titles(page);
    expect(new Set(all).size).toBe(all.length);
  });

  test('words of a date find no paper by the day it was captured on', async () => {
    const page = await ask('?q=march');
    // 266 papers were captured in March.
    await page.locator('[data-status]').filter({ hasText: /paper/ }).waitFor();
    expect((await titles(page)).length).toBeLessThan(10);
  });

  test('the excerpt marks what was looked for, formulas too, in readable text', async () => {
    const page = await ask(`?q=${encodeURIComponent('O(n^2)')}`);
    await countFound(page);
    const excerpt = page.locator('[data-results] .excerpt').first();
    expect(await excerpt.locator('mark').innerText()).toBe('O(n²)');
    expect(await excerpt.innerText()).not.toContain('\\');
    await page.getByRole('searchbox').fill('sinkhorn');
    await page.locator('mark', { hasText: 'Sinkhorn' }).first().waitFor();
  });

  test('mathematics in titles is typeset', async () => {
    const page = await ask('?q=k-medoids');
    const title = page.locator('[data-results] h2', { hasText: 'Fast and Eager' });
    await title.locator('.katex-html').first().waitFor();
    expect(await title.locator('annotation').allTextContents()).toContain('O(k)');
    const family = await title
      .locator('.katex')
      .first()
      .evaluate((element) => getComputedStyle(element).fontFamily);
    expect(family).toContain('KaTeX');
  });

  test.each(['\\epsilon', 'epsilon', 'ϵ', 'ℓ_0', 'R^d', '$k$'])(
    '%s finds papers',
    async (query) => {
      expect(await countFound(await ask(`?q=${encodeURIComponent(query)}`))).toBeGreaterThan(0);
    },
  );
});

describe('spelling', () => {
  test.each([
    ['difusion', 'diffusion'],
    ['tranformer models', 'transformer models'],
    ['sinkhron', 'sinkhorn'],
  ])('%s: did you mean %s?', async (typed, meant) => {
    const page = await ask(`?q=${encodeURIComponent(typed)}`);
    await page.getByRole('link', { name: meant, exact: true }).click();
    await page.locator('[data-status]', { hasText: /^\d+ papers?$/ }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(meant);
    expect(new URL(page.url()).searchParams.get('q')).toBe(meant);
    expect(await page.locator('[data-offer]').isVisible()).toBe(false);
    await page.goBack();
    await page.locator('[data-status]', { hasText: 'No paper has' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(typed);
  });

  test('nothing is offered, and nothing fetched for it, where all is well', async () => {
    const page = await ask('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('searchbox').fill('diffusion');
    await countFound(page);
    expect(asked.some((url) => url.includes('/search/titles/'))).toBe(true);
    expect(asked.filter((url) => url.endsWith('/search/words.txt'))).toEqual([]);
    expect(await page.locator('[data-offer]').isVisible()).toBe(false);
  });
});

test('titles are there before the index is, and stay where they are when it comes', async () => {
  const page = await ask('');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slow = await reader.browser.newPage({ serviceWorkers: 'block' });
  await slow.route('**/*.pf_meta', async (route) => {
    await held;
    await route.continue();
  });
  await slow.goto(`${page.url()}?q=diffusion`);
  await slow
    .locator('[data-status]', { hasText: '10 titles so far; loading the index…' })
    .waitFor();
  const first = slow.locator('[data-results] > li').first();
  await slow.keyboard.press('ArrowDown');
  const places = () =>
    slow
      .locator('[data-results] > li')
      .evaluateAll((items) => items.slice(0, 10).map((item) => item.getBoundingClientRect().top));
  const before = await places();
  const title = await first.locator('h2').innerText();
  letGo();
  await slow.locator('[data-status]', { hasText: /^\d+ papers$/ }).waitFor();
  expect(await first.locator('h2').innerText()).toBe(title);
  expect(await places()).toEqual(before);
  expect(await first.locator('.excerpt').innerText()).not.toBe('');
  expect(await slow.evaluate(() => document.activeElement?.textContent)).toBe(title);
  await slow.close();
});
