import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** The button of a paper in a list, or the only one of a page. */
export const button = (scope: Page | Locator, name: 'Save' | 'Mark read', nth = 0): Locator =>
  scope.locator(`[data-list-action="${name === 'Save' ? 'save' : 'read'}"]`).nth(nth);

/** The titles that `/saved/` lists, in order. */
export const savedTitles = (page: Page): Promise<string[]> =>
  page.locator('[data-saved-list] .title').allInnerTexts();

/** The text of the file that a click on the export gives. */
export async function exportText(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the list' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** Chooses a file for the import. @returns what the page says about it */
export async function importText(page: Page, text: string, name = 'list.json'): Promise<string> {
  const status = page.locator('[data-transfer-status]');
  const before = await status.innerText();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a list' }).click();
  await (await chooser).setFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.waitForFunction(
    (old) => document.querySelector<HTMLElement>('[data-transfer-status]')?.innerText !== old,
    before,
  );
  return await status.innerText();
}
