import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveFixture } from '../build/archive-fixture.ts';
import { findFaults } from '../build/portable-faults.ts';
import { isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { copySite } from './two-builds.ts';

let reader: Reader;
let archive: ArchiveFixture;
let folder: string;
/** Address of a file of the edition, on disk. */
const at = (path: string): string => new URL(path, pathToFileURL(`${folder}/`)).href;

/** The titles that a search finds, once its answer is whole. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(at(`search/index.html?${query}`));
  return readAnswer(page);
}

async function readAnswer(page: Page, within = 'main'): Promise<string[]> {
  await page.waitForFunction(
    (selector) =>
      /paper/i.test(document.querySelector(`${selector} [data-status]`)?.textContent ?? ''),
    within,
  );
  return page.locator(`${within} [data-results] .title`).allTextContents();
}

beforeAll(async () => {
  archive = copySite();
  folder = join(archive.folder, 'a folder, ünpacked #1');
  const made = await archive.run('scripts/build-portable.ts', ['--out', folder]);
  expect(made).toMatchObject({ code: 0 });
  reader = await makeReader();
});
afterAll(async () => {
  await reader.close();
  archive.dispose();
});
afterEach(() => reader.expectNoFault());

describe('opened from disk', () => {
  it('every link of every page leads to a file and an anchor of the folder', () => {
    expect(findFaults(folder)).toEqual([]);
  });

  it('leads from the home page to a day and on to a paper', async () => {
    const page = await reader.open(at('index.html'));
    await page.locator('a[href*="/days/"]').first().click();
    await page.waitForURL(/\/days\/[\d-]+\/index\.html/);
    const title = page.locator('.contents .title a').first();
    const name = await title.textContent();
    await title.click();
    await page.waitForURL(/\/papers\/[^/]+\/index\.html/);
    expect(await page.locator('h1').textContent()).toBe(name);
    await page.locator('header .name').click();
    await page.waitForURL(at('index.html'));
  });

  it('sets the text and the mathematics in their fonts', async () => {
    const page = await reader.open(at('search/index.html?math=1'));
    await page.locator('[data-results] .title a').first().click();
    await page.waitForURL(/\/papers\//);
    await page.evaluate(() => document.fonts.ready);
    const fonts = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(fonts).toContain('Leaf Serif');
    expect(fonts.some((family) => family.includes('KaTeX_'))).toBe(true);
    const failed = await page.evaluate(() =>
      [...document.fonts]
        .filter(({ status, family }) => status === 'error' && /Leaf Serif|KaTeX/.test(family))
        .map(({ family }) => family),
    );
    expect(failed).toEqual([]);
  });

  it('shows the abstracts of a week, which stand on the pages of its days', async () => {
    const page = await reader.open(at('weeks/2025-W11/index.html'));
    await page.locator('[data-abstracts-switch]').first().click();
    await page.locator('.contents details p').first().waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});

describe('what a reader keeps', () => {
  it('is there on other pages and when they are opened again', async () => {
    const page = await reader.open(at('index.html'));
    const entry = page.locator('.contents > li').first();
    const name = await entry.locator('.title a').textContent();
    await entry.locator('[data-list-action="save"]').click();
    await page.goto(at('saved/index.html'));
    await page.locator('[data-saved-list] .title').first().waitFor();
    expect(await page.locator('[data-saved-list] .title').allInnerTexts()).toHaveLength(1);
    await page.locator('[data-saved-list] .title a').click();
    await page.waitForURL(/\/papers\/[^/]+\/index\.html/);
    expect(await page.locator('h1').textContent()).toBe(name);
    expect(
      await page.locator('article [data-list-action="save"]').first().getAttribute('aria-pressed'),
    ).toBe('true');
    await page.goto(at('search/index.html?saved=1'));
    expect(await readAnswer(page)).toHaveLength(1);
  });

  it.runIf(isLong)(
    'can be cited, with the formulas of its titles, each of which gives its LaTeX',
    async () => {
      const page = await reader.open(at('search/index.html?math=1'));
      await readAnswer(page);
      await page.locator('[data-results] .title a').first().click();
      await page.waitForURL(/\/papers\//);
      await page.locator('.formula').first().click();
      await page.getByRole('dialog', { name: 'LaTeX of the formula' }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[data-cite]').click();
      await page.getByRole('dialog').getByText('@').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('article [data-list-action="save"]').first().click();
      await page.goto(at('saved/index.html'));
      const download = page.waitForEvent('download');
      await page.locator('[data-cite-as="bib"]').click();
      expect((await download).suggestedFilename()).toBe('dayleaf-reading-list.bib');
      await page.getByText(/^Downloaded 1 paper\.$/).waitFor();
    },
  );

  it('the theme is that of all pages', async () => {
    const page = await reader.open(at('index.html'), { colorScheme: 'light' });
    await page.locator('[data-theme-switch]').click();
    await page.goto(at('about/index.html'));
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('is nothing where the browser keeps nothing, and pages work all the same', async () => {
    const page = await reader.open('about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(at('index.html'));
    await page.locator('[data-list-action="save"]').first().click();
    await page.getByText('This was not saved').waitFor();
    expect((await search(page, 'q=SlimFlow'))[0]).toMatch(/^SlimFlow: /);
  });
});
