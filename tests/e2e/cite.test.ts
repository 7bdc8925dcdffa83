import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { bibtex } from '../../src/export/bibtex.ts';
import { makeReader, type Reader } from './reader.ts';
import { button } from './saved-papers.ts';

const identity = 'fast-and-eager-k-medoids-clustering-o-k-runtime-improvement-of-the-pam-clara-and';
const paper = `papers/${identity}/`;

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const open = (path: string, site: 'rootUrl' | 'pathUrl' = 'rootUrl', width = 1440): Promise<Page> =>
  reader.open(inject(site) + path, {
    viewport: { width, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
const cite = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Cite' }).click();
  await page.getByRole('dialog', { name: 'Cite' }).waitFor();
};
/** The text of the file that a click on a button gives, and its name. */
async function download(page: Page, name: string): Promise<{ text: string; name: string }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const file = await started;
  return { text: readFileSync(await file.path(), 'utf8'), name: file.suggestedFilename() };
}
/** What the archive's own file says about the paper. */
const readRecord = async (page: Page): Promise<string> => {
  const response = await page.request.get(new URL('papers.bib', inject('rootUrl')).href);
  return bibtex.split(await response.text()).get(identity) ?? '';
};

describe('a paper as a citation', () => {
  test('is made in the page, the same as in the file of all papers', async () => {
    const page = await open(paper);
    const asked: string[] = [];
    page.on('request', (request) => {
      // Later related papers are fetched when their place comes near.
      if (!request.url().includes('/related/'))
        asked.push(`${request.resourceType()} ${request.url()}`);
    });
    await cite(page);
    expect(asked.join('\n')).toMatch(/^script .*cite-dialog/m);
    expect(asked.filter((request) => /^(?:fetch|xhr|document) /.test(request))).toEqual([]);
    const text = await page.locator('dialog.cite pre').textContent();
    expect(`${text}\n`).toBe(`${(await readRecord(page)).trimEnd()}\n`);
    expect(text).toContain('{$O(k)$}');
  });

  test('is copied by keyboard, and Escape gives the focus back', async () => {
    const page = await open(paper);
    await page.getByRole('button', { name: 'Cite' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog.cite :focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('dialog.cite pre').textContent(),
    );
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator(':focus').innerText()).toBe('Cite');
  });

  test.each([
    ['BibTeX', '.bib', '@misc{'],
    ['RIS', '.ris', 'TY  - UNPB\r\n'],
    ['CSL-JSON', '.csl.json', '[{\n "id": "'],
    ['Text', '.txt', 'Fast and Eager k-Medoids Clustering: O(k) Runtime'],
  ])('is downloaded as %s', async (format, ending, begin) => {
    const page = await open(paper);
    await cite(page);
    await page.getByLabel(format, { exact: true }).check();
    const { text, name } = await download(page, 'Download');
    expect(name).toBe(identity + ending);
    expect(text.startsWith(begin)).toBe(true);
    expect(text).toContain('Listed on Daily Papers, 2025-03-14');
  });

  test('is opened again with a click, and fits a narrow window', async () => {
    const page = await open(paper, 'rootUrl', 320);
    for (let i = 0; i < 2; i++) {
      await cite(page);
      const box = await page.locator('dialog.cite').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      await page.getByRole('button', { name: 'Close' }).click();
    }
    expect(await page.locator('dialog.cite').count()).toBe(1);
  });

  test('is not offered without JavaScript', async () => {
    const page = await reader.open(inject('rootUrl') + paper, { javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: 'Cite' }).count()).toBe(0);
  });
});

describe.each(['rootUrl', 'pathUrl'] as const)('the reading list, at %s', (site) => {
  test('is downloaded with the formulas of its papers', async () => {
    const page = await open(paper, site);
    await button(page, 'Save').click();
    await page.goto(`${inject(site)}papers/light-schrodinger-bridge/`);
    await button(page, 'Save').click();
    await page.goto(`${inject(site)}saved/`);
    const { text, name } = await download(page, 'BibTeX');
    expect(name).toBe('dayleaf-reading-list.bib');
    expect([...bibtex.split(text).keys()].sort()).toEqual([identity, 'light-schrodinger-bridge']);
    expect(text).toContain('{$O(k)$}');
    expect(await page.locator('[data-transfer-status]').innerText()).toBe('Downloaded 2 papers.');
  });
});

test('an empty reading list is not cited', async () => {
  const page = await open('saved/');
  await page.getByText('Nothing is saved yet').waitFor();
  expect(await page.getByRole('button', { name: 'BibTeX' }).isVisible()).toBe(false);
});

test.each(['days/2025-03-14/', 'months/2025-03/'])('%s leads to its citations', async (path) => {
  const page = await open(path, 'pathUrl');
  for (const format of ['BibTeX', 'RIS', 'CSL-JSON']) {
    const link = page.locator('.citations').getByRole('link', { name: format, exact: true });
    const address = await link.evaluate((a) => (a as HTMLAnchorElement).href);
    const response = await page.request.get(address);
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain(identity);
  }
});
