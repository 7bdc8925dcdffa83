import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { LaterPapers } from '../../src/export/later-papers.ts';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const openPaper = (slug: string): Promise<Page> =>
  reader.open(`${inject('rootUrl')}papers/${slug}/`);

/** A paper of the first file that has later related papers, and these. */
async function findPaper(): Promise<[slug: string, later: LaterPapers[string]]> {
  const response = await fetch(`${inject('rootUrl')}related/1.json`);
  const [first] = Object.entries((await response.json()) as LaterPapers);
  if (!first) throw new Error('No paper of the first file has later related papers.');
  return first;
}

test('a paper of a closed batch has the related papers that were added since', async () => {
  const [slug, later] = await findPaper();
  const page = await openPaper(slug);
  await page.locator('.related').scrollIntoViewIfNeeded();
  const since = page.locator('.related h3 + ol li');
  await since.first().waitFor();
  expect(await since.locator('a').allInnerTexts()).toEqual(later.map(({ title }) => title));
  await since.locator('a').first().click();
  await page.waitForURL(`**/papers/${later[0]?.slug}/`);
  // The later paper names the earlier one.
  await page.locator(`.related a[href$="/papers/${slug}/"]`).waitFor();
});

test('without an answer of the site, the page has the papers that it was built with', async () => {
  const [slug] = await findPaper();
  const page = await reader.open(`${inject('rootUrl')}about/`);
  const asked = new Promise<void>((resolve) => {
    void page.route('**/related/*.json', async (route) => {
      await route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Sign in' });
      resolve();
    });
  });
  await page.goto(`${inject('rootUrl')}papers/${slug}/`);
  const before = await page.locator('.related li').count();
  await page.locator('.related').scrollIntoViewIfNeeded();
  await asked;
  expect(await page.locator('.related li').count()).toBe(before);
});
