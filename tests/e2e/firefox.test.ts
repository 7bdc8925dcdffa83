import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, firefox } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { countFound, titles } from './search-answers.ts';

/** `FIREFOX_PATH`, a Firefox on the PATH, or the one that Playwright installs for itself. */
function findFirefox(): { executablePath: string; channel?: string } | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['firefox', 'firefox-esr', 'firefox.exe'].map((name) => join(folder, name)),
    );
  const usual = [process.env.FIREFOX_PATH, ...onPath].find((path) => path && existsSync(path));
  // Any Firefox but Playwright's own is driven by WebDriver BiDi.
  if (usual) return { executablePath: usual, channel: 'moz-firefox' };
  const executablePath = firefox.executablePath();
  return existsSync(executablePath) ? { executablePath } : undefined;
}

const found = findFirefox();
if (!found)
  console.log(
    'The tests in Firefox are skipped: there is none on the PATH; FIREFOX_PATH names one.',
  );

describe.runIf(found)('in Firefox', () => {
  let browser: Browser;
  const faults: string[] = [];

  /** A page that notes errors. */
  async function open(address: string) {
    const page = await browser.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    await page.goto(address);
    return page;
  }

  beforeAll(async () => {
    browser = await firefox.launch({ ...found, headless: true });
  });
  afterAll(() => browser.close());

  test('a day leads to a paper, whose formulas are typeset, and which is saved', async () => {
    const page = await open(`${inject('pathUrl')}days/2025-03-14/`);
    await page.locator('.contents .title a').first().click();
    await page.waitForURL('**/papers/**');
    expect(await page.locator('h1').innerText()).not.toBe('');
    await page.locator('[data-list-action="save"]').first().click();
    await page.goto(`${inject('pathUrl')}saved/`);
    await page.locator('[data-saved-list] .title').first().waitFor();
    expect(faults.splice(0)).toEqual([]);
  });

  test('a search finds words and formulas', async () => {
    const page = await open(`${inject('pathUrl')}search/?q=sinkhorn`);
    expect(await countFound(page)).toBeGreaterThan(0);
    expect((await titles(page)).join()).toContain('Sinkhorn');
    await page.goto(`${inject('pathUrl')}search/?q=${encodeURIComponent('O(n^2)')}`);
    expect(await countFound(page)).toBeGreaterThan(0);
    expect(faults.splice(0)).toEqual([]);
  });

  test('everything can be kept for reading without a network', async () => {
    const page = await open(`${inject('pathUrl')}about/`);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Keep everything for offline' }).click();
    await main.getByText('Everything is kept on this device').waitFor({ timeout: 60_000 });
    expect(faults.splice(0)).toEqual([]);
  });
});
