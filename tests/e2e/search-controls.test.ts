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

describe('filters and order', () => {
  test('a month lets the papers of its days through, and offers only its days', async () => {
    const page = await ask('?month=2025-03');
    // 206 and 85, 25 of them on both days.
    expect(await countFound(page)).toBe(266);
    const days = page.getByLabel('Day').locator('option');
    expect(await days.allInnerTexts()).toEqual(['any', '14 March 2025', '11 March 2025']);
    await page.getByLabel('Day').selectOption('2025-03-14');
    await page.locator('[data-status]', { hasText: /^85 papers$/ }).waitFor();
    await page.getByLabel('Month').selectOption('2025-08');
    await page.locator('[data-status]', { hasText: /^32 papers$/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?month=2025-08');
  });

  test('mathematics lets papers with formulas through, alone and with code', async () => {
    const page = await ask('?q=learning&math=1');
    const withMath = await countFound(page);
    const first = page.locator('[data-results] h2 a').first();
    const paper = await reader.open(
      new URL((await first.getAttribute('href')) ?? '', page.url()).href,
    );
    expect(
      await paper
        .locator('article.paper h1 .formula, article.paper .main-text > .abstract .formula')
        .count(),
    ).toBeGreaterThan(0);
    await page.getByLabel('has code').check();
    await page.waitForFunction(
      (n) => !document.querySelector('[data-status]')?.textContent?.startsWith(`${n} `),
      withMath,
    );
    expect(await countFound(page)).toBeLessThan(withMath);
  });

  test('saved papers alone', async () => {
    const page = await ask('?q=learning');
    const [first, second] = (await titles(page).then(async (all) => {
      await countFound(page);
      return all.length > 1 ? all : titles(page);
    })) as [string, string];
    await page.evaluate(() => {
      const links = document.querySelectorAll<HTMLAnchorElement>('[data-results] h2 a');
      for (const link of [...links].slice(0, 2)) {
        const slug = link.pathname.split('/').at(-2);
        const now = '2025-01-01T00:00:00.000Z';
        const entry = { slug, title: 'x', day: '2025-03-11', savedAt: now, changedAt: now };
        localStorage.setItem(`dayleaf:/:paper:${slug}`, JSON.stringify(entry));
      }
    });
    await page.getByLabel('saved').check();
    await page.locator('[data-status]', { hasText: /^2 papers$/ }).waitFor();
    expect(await titles(page)).toEqual([first, second]);
    expect(new URL(page.url()).searchParams.get('saved')).toBe('1');
  });

  test('by date, the newest papers come first', async () => {
    const page = await ask('?q=optimization');
    const count = await countFound(page);
    await page.getByLabel('Sort by').selectOption('date');
    await page.waitForURL('**/search/?q=optimization&sort=date');
    await page.locator('[data-status]', { hasText: /^\d+ papers$/ }).waitFor();
    const read = () =>
      page
        .locator('[data-results] .facts')
        .allInnerTexts()
        .then((facts) => facts.map((text) => Date.parse(text.split(' · ')[0] ?? '')));
    await page.waitForFunction(() =>
      document.querySelector('[data-results] .facts')?.textContent?.includes('August'),
    );
    const days = await read();
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(await countFound(page)).toBe(count);
  });
});

describe('by keys and buttons', () => {
  test('arrow keys lead from the field through the results and back', async () => {
    const page = await ask('?q=diffusion');
    await countFound(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const all = await titles(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(all[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(all[1]);
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('More results');
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(all[0]);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/**');
  });

  test('back leads to what was asked before, not to each letter', async () => {
    const page = await ask('?q=sinkhorn');
    await countFound(page);
    await page.getByRole('searchbox').pressSequentially(' newton');
    await page.waitForURL('**/search/?q=sinkhorn+newton');
    await page.getByLabel('has mathematics').check();
    await page.waitForURL('**/search/?q=sinkhorn+newton&math=1');
    await page.goBack();
    await page.waitForURL('**/search/?q=sinkhorn+newton');
    expect(await page.getByLabel('has mathematics').isChecked()).toBe(false);
    await page.goBack();
    await page.waitForURL('**/search/?q=sinkhorn');
    expect(await page.getByRole('searchbox').inputValue()).toBe('sinkhorn');
    await page.locator('[data-status]', { hasText: /^3 papers$/ }).waitFor();
    await page.goForward();
    await page.waitForURL('**/search/?q=sinkhorn+newton');
  });
});
