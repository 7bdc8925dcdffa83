import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import {
  type ArchiveFixture,
  copyProjectSeeds,
  makeAbstract,
  makeArchive,
  makeSeed,
} from '../build/archive-fixture.ts';
import { shareFolder } from '../build/project-copies.ts';

/** The project's seeds as build A, and with one more day as build B; both under `/archive/`. */
export interface TwoBuilds {
  a: string;
  b: string;
}

/** The day that only build B has. */
export const newDay = '2025-08-20';

/** An archive of the project's seeds, built under `/archive/`: a copy of the site that all tests have. */
export function copySite(): ArchiveFixture {
  const archive = makeArchive();
  copyProjectSeeds(archive);
  // What a build keeps for the next one has the times of files.
  cpSync(inject('pathFolder'), archive.site, { recursive: true, preserveTimestamps: true });
  cpSync(inject('siteCache'), archive.cache, { recursive: true });
  return archive;
}

/** The folders of both, which are built once for all tests. */
export async function makeTwoBuilds(): Promise<TwoBuilds> {
  const folder = await shareFolder('two-builds', buildBoth);
  return { a: join(folder, 'a'), b: join(folder, 'b') };
}

async function buildBoth(folder: string): Promise<void> {
  const archive = copySite();
  const build = async (name: string): Promise<void> => {
    const { code, output } = await archive.build({ SITE_URL: 'https://example.org/archive/' });
    expect(code, output).toBe(0);
    cpSync(archive.site, join(folder, name), { recursive: true });
  };
  // The latest days are part of the core; with these three, the days of the seeds are not.
  for (const date of ['17', '18', '19']) {
    const paper: [string, string] = [`Paper of the ${date}th`, makeAbstract(`harbours ${date}`)];
    archive.write(`2025-08-${date}.txt`, makeSeed(`Aug ${date}`, paper));
  }
  await build('a');
  archive.write(
    `${newDay}.txt`,
    makeSeed('Aug 20', ['Zyzzyva Bridges for Diffusion', makeAbstract('zyzzyva bridges')]),
  );
  await build('b');
  archive.dispose();
}

/** Names of the packs of a build. */
export const packsOf = (folder: string): string[] => readdirSync(join(folder, 'offline', 'packs'));

/** The paths of papers on a day's page, in order: `papers/x/`. */
export const papersOfDay = (folder: string, day: string): string[] =>
  [
    ...readFileSync(join(folder, 'days', day, 'index.html'), 'utf8').matchAll(
      /<li[^>]* data-slug="([^"]+)"/g,
    ),
  ].map(([, slug]) => `papers/${slug}/`);

/** Days of a build, oldest first. */
export const daysOf = (folder: string): string[] =>
  readdirSync(join(folder, 'days'))
    .filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
    .sort();

/** A page at an address, in a context of its own, once a service worker answers for it. */
export async function visit(browser: Browser, address: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: 10_000,
  });
  return page;
}

/** Downloads the whole archive on the about page. */
export async function keepAll(page: Page, base: string): Promise<void> {
  await page.goto(`${base}about/`);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  await main.getByText('The whole archive is available offline').waitFor();
}

/** Looks for the worker of a newer build, as browsers do when a page is opened. */
export const lookForUpdate = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

/** Looks for the worker of a newer build after the reader has done something, so that the page is not replaced. */
export async function updateInUse(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await lookForUpdate(page);
}
