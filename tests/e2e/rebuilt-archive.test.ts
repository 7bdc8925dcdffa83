import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../../scripts/serve-site.ts';
import {
  type ArchiveFixture,
  makeAbstract,
  makeArchive,
  makeSeed,
} from '../build/archive-fixture.ts';
import { makeReader, type Reader } from './reader.ts';
import { button, savedTitles } from './saved-papers.ts';
import { updateInUse } from './two-builds.ts';

let archive: ArchiveFixture;
let site: ServedSite;
let reader: Reader;
const abstract = makeAbstract('renaming things');

beforeAll(async () => {
  archive = makeArchive();
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['A First Name', abstract]));
  const fleeting: [string, string] = ['A Fleeting Paper', makeAbstract('brevity')];
  archive.write('2025-03-12.txt', makeSeed('Mar 12', fleeting));
  expect(await archive.build()).toMatchObject({ code: 0 });
  site = await serveSite(archive.site);
  reader = await makeReader();
});
afterAll(async () => {
  await reader.close();
  await site.stop();
  archive.dispose();
});

/** Builds the archive again, and waits until the browser has the new build. */
async function rebuild(page: Page): Promise<void> {
  // A worker that is still on its way would come with either build.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  expect(await archive.build()).toMatchObject({ code: 0 });
  await updateInUse(page);
  await page.getByText('New papers have been published: reload').waitFor();
}

test('papers stay saved when they are retitled, and when their capture is removed', async () => {
  const context = { serviceWorkers: 'allow' } as const;
  const page = await reader.open(`${site.url}papers/a-fleeting-paper/`, context);
  await button(page, 'Save').click();
  await page.goto(`${site.url}papers/a-first-name/`);
  await button(page, 'Save').click();
  await page.locator('.own-note summary').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('mine');

  archive.write('2025-03-13.txt', makeSeed('Mar 13', ['A Second Name', abstract]));
  archive.remove('2025-03-12.txt');
  await rebuild(page);
  await page.goto(`${site.url}saved/`);
  expect(await savedTitles(page)).toEqual(['A First Name', 'A Fleeting Paper']);
  await page.locator('[data-saved-list] .title a').first().click();
  await page.waitForURL('**/papers/a-second-name/');
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('mine');
  for (const order of ['', '&sort=date']) {
    await page.goto(`${site.url}search/?q=second${order}`);
    await page.locator('[data-status]', { hasText: /^1 paper$/ }).waitFor();
    expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  }
  await page.goto(`${site.url}saved/`);
  expect(await savedTitles(page)).toEqual(['A Second Name', 'A Fleeting Paper']);
  expect(await page.locator('[data-saved-list]').innerText()).toContain('13 March 2025');
  await page.locator('[data-saved-list] .title a').last().click();
  await page.getByText('was removed from the archive').waitFor();
  reader.expectNoFault();
});
