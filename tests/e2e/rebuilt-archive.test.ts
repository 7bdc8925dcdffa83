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

test('a paper stays saved when it is retitled, and when its capture is removed', async () => {
  const page = await reader.open(`${site.url}papers/a-first-name/`, { serviceWorkers: 'allow' });
  await button(page, 'Save').click();
  await page.locator('.own-note summary').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('mine');

  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['A Second Name', abstract]));
  await rebuild(page);
  await page.goto(`${site.url}saved/`);
  expect(await savedTitles(page)).toEqual(['A First Name']);
  await page.locator('[data-saved-list] .title a').click();
  await page.waitForURL('**/papers/a-second-name/');
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('mine');
  for (const order of ['', '&sort=date']) {
    await page.goto(`${site.url}search/?q=second${order}`);
    await page.locator('[data-status]', { hasText: /^1 paper$/ }).waitFor();
    expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  }
  await page.goto(`${site.url}saved/`);
  expect(await savedTitles(page)).toEqual(['A Second Name']);
  expect(await page.locator('[data-saved-list]').innerText()).toContain('12 March 2025');

  archive.remove('2025-03-11.txt');
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Another', makeAbstract('other things')]));
  await rebuild(page);
  await page.reload();
  expect(await savedTitles(page)).toEqual(['A Second Name']);
  expect(await page.locator('textarea').inputValue()).toBe('mine');
  await page.locator('[data-saved-list] .title a').click();
  await page.getByText('was removed from the archive').waitFor();
  reader.expectNoFault();
});
