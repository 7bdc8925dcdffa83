import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { firstCases, isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { makeSwitchedSite, type SwitchedSite } from './switched-site.ts';
import {
  daysOf,
  keepAll,
  lookForUpdate,
  makeTwoBuilds,
  newDay,
  packsOf,
  papersOfDay,
  type TwoBuilds,
  updateInUse,
  visit,
} from './two-builds.ts';

let builds: TwoBuilds;
let site: SwitchedSite;
let reader: Reader;

beforeAll(async () => {
  builds = await makeTwoBuilds();
  site = await makeSwitchedSite(builds.a, '/archive/');
  reader = await makeReader();
});
beforeEach(async () => {
  site.interfere(() => false);
  site.publish(builds.a);
  await site.begin();
});
afterAll(async () => {
  await reader.browser.close();
  await site.end();
});

const isPack = (path: string): boolean => path.endsWith('.pack');
const results = (page: Page) => page.locator('.search [data-results] li');
const newLine = (page: Page) => page.getByText('New papers have been published: reload');

/** Types a query into the search page that is open, and waits for what is said about it. */
async function ask(page: Page, query: string, answer: RegExp): Promise<void> {
  await page.getByRole('searchbox', { name: 'Words or formulas' }).fill(query);
  await page.locator('.search').getByText(answer).first().waitFor();
}

test('an open page stays of its build, tells of the new one, and only changed packs are fetched', async () => {
  const page = await visit(reader.browser, site.url);
  await keepAll(page, site.url);
  await page.goto(`${site.url}search/`);
  site.publish(builds.b);
  site.forget();
  await updateInUse(page);
  await newLine(page).waitFor();

  const before = new Set(packsOf(builds.a));
  const changed = packsOf(builds.b).filter((name) => !before.has(name));
  expect(site.asked.filter(isPack).sort()).toEqual(
    changed.map((name) => `offline/packs/${name}`).sort(),
  );
  expect(changed.length).toBeLessThan(before.size);

  // The page is of build A, and so is its index, also for what it asks for now.
  await ask(page, 'zyzzyva', /No paper/);
  await ask(page, 'diffusion', /\d+ papers/);

  await page.getByRole('button', { name: 'reload' }).click();
  await newLine(page).waitFor({ state: 'detached' });
  await site.end();
  await ask(page, 'zyzzyva', /(?<!\d)1 paper(?!s)/);
  await results(page).nth(1).waitFor({ state: 'detached' });
  expect(await results(page).allInnerTexts()).toEqual([expect.stringContaining('Zyzzyva')]);
  expect((await page.goto(site.url + papersOfDay(builds.b, newDay)[0]))?.status()).toBe(200);
  // Papers of old days, whose related papers are of the new build.
  const [oldDay = ''] = daysOf(builds.b);
  expect((await page.goto(site.url + papersOfDay(builds.b, oldDay)[0]))?.status()).toBe(200);
  await page.context().close();
});

test('an update that breaks in the middle leaves the old build whole, and is made up for later', async () => {
  const page = await visit(reader.browser, site.url);
  await keepAll(page, site.url);
  await page.goto(`${site.url}days/${daysOf(builds.a)[0]}/`);
  site.publish(builds.b);
  let packs = 0;
  site.interfere((path) => isPack(path) && ++packs > 1);
  // The worker is dropped when its packs do not come.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const isDropped = new Promise<void>((resolve) => {
      registration?.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'redundant') resolve();
        });
      });
    });
    await registration?.update();
    await isDropped;
  });
  expect(packs).toBeGreaterThan(1);
  await site.end();
  for (const path of ['', ...daysOf(builds.a).map((day) => `days/${day}/`)]) {
    expect((await page.goto(site.url + path))?.status(), path).toBe(200);
  }
  expect((await page.goto(`${site.url}days/${newDay}/`))?.status()).toBe(404);
  await page.goto(`${site.url}search/`);
  await ask(page, 'zyzzyva', /No paper/);
  await ask(page, 'diffusion', /\d+ papers/);

  await site.begin();
  site.interfere(() => false);
  site.forget();
  await updateInUse(page);
  await newLine(page).waitFor();
  // What had come before it broke is not fetched again.
  const before = new Set(packsOf(builds.a));
  const changed = packsOf(builds.b).filter((name) => !before.has(name));
  expect(site.asked.filter(isPack).length).toBeLessThan(changed.length);
  await page.context().close();
});

test.runIf(isLong)('a build that is taken back is followed by the one before it', async () => {
  const page = await visit(reader.browser, site.url);
  const other = await page.context().newPage();
  site.publish(builds.b);
  await updateInUse(page);
  await newLine(page).waitFor();
  // Open, so that the first build is still kept.
  await other.goto(`${site.url}about/`);
  expect((await other.goto(`${site.url}days/${newDay}/`))?.status()).toBe(200);
  site.publish(builds.a);
  await updateInUse(other);
  await newLine(other).waitFor();
  await site.end();
  const home = await page.context().newPage();
  expect((await home.goto(site.url))?.status()).toBe(200);
  expect(await home.getByText('Zyzzyva').count()).toBe(0);
  await page.context().close();
});

test.runIf(isLong)(
  'an update that does not fit into the storage says so, leaves the old build, and is repeated later',
  async () => {
    const page = await visit(reader.browser, site.url);
    await keepAll(page, site.url);
    await page.goto(`${site.url}days/${daysOf(builds.a)[0]}/`);
    const devtools = await page.context().newCDPSession(page);
    const { origin } = new URL(site.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
    site.publish(builds.b);
    await updateInUse(page);
    await page.getByText('The newest papers could not be downloaded because the storage').waitFor();
    expect(await newLine(page).count()).toBe(0);
    await site.end();
    for (const path of ['', ...daysOf(builds.a).map((day) => `days/${day}/`)]) {
      expect((await page.goto(site.url + path))?.status(), path).toBe(200);
    }
    await page.goto(`${site.url}search/`);
    await ask(page, 'diffusion', /\d+ papers/);
    await site.begin();
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await updateInUse(page);
    await newLine(page).waitFor();
    await page.context().close();
  },
);

test.runIf(isLong)(
  'where a worker can read nothing any more, the site works as online',
  async () => {
    const denied = `${builds.a}-denied`;
    cpSync(builds.a, denied, { recursive: true });
    const worker = join(denied, 'sw.js');
    const deny = `let isDenied = false;
addEventListener('message', ({ data }) => { isDenied ||= data === 'deny'; });
const { open } = CacheStorage.prototype;
CacheStorage.prototype.open = function (name) {
  return isDenied ? Promise.reject(new DOMException('denied', 'SecurityError')) : open.call(this, name);
};
`;
    writeFileSync(worker, deny + readFileSync(worker, 'utf8'));
    site.publish(denied);
    const page = await visit(reader.browser, site.url);
    await keepAll(page, site.url);
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage('deny'));
    site.forget();
    for (const path of ['', ...daysOf(builds.a).map((day) => `days/${day}/`)]) {
      expect((await page.goto(site.url + path))?.status(), path).toBe(200);
    }
    // What the worker had in memory it may still give; the others come from the site.
    expect(site.asked).toContain(`days/${daysOf(builds.a)[0]}/`);
    await page.goto(`${site.url}search/`);
    await ask(page, 'diffusion', /\d+ papers/);
    await page.context().close();
  },
);

test('with the core only, nothing of a newer build reaches a page of the old one', async () => {
  const page = await visit(reader.browser, site.url);
  await page.goto(`${site.url}search/`);
  // The new build is there, but its worker cannot come yet.
  site.publish(builds.b);
  site.interfere((path) => path === 'sw.js');
  await page.getByRole('searchbox', { name: 'Words or formulas' }).fill('zyzzyva');
  await newLine(page).waitFor();
  expect(await results(page).count()).toBe(0);
  site.interfere(() => false);
  await page.getByRole('button', { name: 'reload' }).click();
  await updateInUse(page);
  await page.context().close();
});

test('with the core only, a page from the network is of the newest build, whatever the browser has of it', async () => {
  const month = `months/${newDay.slice(0, 7)}/`;
  const page = await visit(reader.browser, site.url);
  expect((await page.goto(site.url + month))?.status()).toBe(200);
  expect(await page.getByText('Zyzzyva').count()).toBe(0);
  site.publish(builds.b);
  await updateInUse(page);
  await newLine(page).waitFor();
  await page.goto(site.url + month);
  expect(await page.getByText('Zyzzyva').count()).toBe(1);
  await page.context().close();
});

test('a reader who comes back sees the site as it is now, and its search is of the same build', async () => {
  const page = await visit(reader.browser, site.url);
  await keepAll(page, site.url);
  site.publish(builds.b);
  await page.goto(`${site.url}days/${newDay}/`);
  expect(await page.getByText('Zyzzyva').count()).toBeGreaterThan(0);
  await page.goto(`${site.url}search/`);
  await ask(page, 'zyzzyva', /(?<!\d)1 paper(?!s)/);
  // A page that is new already is not told that there are new papers.
  expect(await newLine(page).count()).toBe(0);
  await page.context().close();
});

const answers: [string, Parameters<SwitchedSite['interfere']>[0]][] = [
  ['never', (path) => path === 'offline/latest.json' && new Promise<boolean>(() => undefined)],
  ['by breaking off', (path) => path === 'offline/latest.json'],
];
test.each(firstCases(1, answers))(
  'which build the site is may be answered %s: pages that are kept or arrive are shown',
  async (_, meddle) => {
    const page = await visit(reader.browser, site.url);
    const [oldDay = ''] = daysOf(builds.a);
    site.interfere(meddle);
    // A page that waited for the answer would never come.
    page.setDefaultNavigationTimeout(15_000);
    for (const path of ['', `days/${oldDay}/`, 'about/']) {
      expect((await page.goto(site.url + path))?.status(), path).toBe(200);
      expect(await page.title()).not.toContain('Not available offline');
    }
    await page.context().close();
  },
);

test('a server that answers nothing at all is not waited for', async () => {
  const page = await visit(reader.browser, site.url);
  await keepAll(page, site.url);
  site.interfere(() => new Promise<boolean>(() => undefined));
  for (const path of ['', `days/${daysOf(builds.a)[0]}/`, 'saved/'])
    expect((await page.goto(site.url + path))?.status(), path).toBe(200);
  await page.context().close();
});

/** A page without a service worker. */
async function openWithoutWorker(address: string): Promise<Page> {
  const context = await reader.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('without a worker, a search page that got the index of a newer build offers to reload, with the query', async () => {
  const page = await openWithoutWorker(`${site.url}search/`);
  site.publish(builds.b);
  await ask(page, 'zyzzyva', /(?<!\d)1 paper(?!s)/);
  await newLine(page).waitFor();
  await page.getByRole('button', { name: 'reload' }).click();
  await page
    .locator('.search')
    .getByText(/(?<!\d)1 paper(?!s)/)
    .waitFor();
  expect(new URL(page.url()).search).toBe('?q=zyzzyva');
  await page.waitForTimeout(500);
  expect(await newLine(page).count()).toBe(0);
  await page.context().close();
});

test('without a worker, the search dialog notices a newer build while it is open', async () => {
  const page = await openWithoutWorker(site.url);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('link', { name: 'Open as a page' }).waitFor();
  await ask(page, 'diffusion', /\d+ papers/);
  expect(await newLine(page).count()).toBe(0);
  site.publish(builds.b);
  await page.clock.setFixedTime(Date.now() + 60_000);
  await page.getByRole('searchbox', { name: 'Words or formulas' }).fill('zyzzyva');
  await newLine(page).waitFor();
  await dialog.getByRole('button', { name: 'reload' }).click();
  await page.waitForURL('**/search/?q=zyzzyva');
  await page
    .locator('.search')
    .getByText(/(?<!\d)1 paper(?!s)/)
    .waitFor();
  expect(await newLine(page).count()).toBe(0);
  await page.context().close();
});

/** Opens the stored page of build A while build B is published and does not say so in time. */
async function openOldHome(): Promise<Page> {
  const page = await visit(reader.browser, site.url);
  site.publish(builds.b);
  site.interfere((path) => path === 'offline/latest.json' && new Promise<boolean>(() => undefined));
  await page.goto(site.url);
  expect(await page.getByText('Zyzzyva').count()).toBe(0);
  return page;
}

test('a page that was just opened and not used is replaced by the newer build', async () => {
  const page = await openOldHome();
  // The page is replaced while it is waiting.
  await lookForUpdate(page).catch(() => undefined);
  await page.getByText('Zyzzyva').first().waitFor();
  expect(await newLine(page).count()).toBe(0);
  await page.context().close();
});

const uses: [string, (page: Page) => Promise<unknown>][] = [
  ['scrolled', (page) => page.evaluate(() => scrollTo(0, 40))],
  ['clicked', (page) => page.mouse.click(5, 300)],
  ['a key was pressed', (page) => page.keyboard.press('Shift')],
  [
    'text is selected',
    (page) => page.evaluate(() => getSelection()?.selectAllChildren(document.body)),
  ],
  ['it was reloaded', (page) => page.reload()],
];
test.each(firstCases(1, uses))('a page is not replaced if %s', async (_, use) => {
  const page = await openOldHome();
  await use(page);
  await lookForUpdate(page);
  await newLine(page).waitFor();
  expect(await page.getByText('Zyzzyva').count()).toBe(0);
  await page.context().close();
});
