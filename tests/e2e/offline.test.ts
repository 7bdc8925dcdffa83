import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { makeSwitchedSite, type SwitchedSite } from './switched-site.ts';
import {
  daysOf,
  keepAll,
  makeTwoBuilds,
  packsOf,
  papersOfDay,
  type TwoBuilds,
  visit,
} from './two-builds.ts';

let builds: TwoBuilds;
let site: SwitchedSite;
let reader: Reader;
let oldDay: string;
let latestDay: string;

beforeAll(async () => {
  builds = await makeTwoBuilds();
  site = await makeSwitchedSite(builds.a, '/archive/');
  reader = await makeReader();
  const days = daysOf(builds.a);
  oldDay = days[0] ?? '';
  latestDay = days.at(-1) ?? '';
});
beforeEach(async () => {
  site.interfere(() => false);
  await site.begin();
});
afterAll(async () => {
  await reader.browser.close();
  await site.end();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
/** How many papers the search says it has found. */
async function found(page: Page): Promise<number> {
  const line = page.locator('.search [data-status]').filter({ hasText: /\d+ papers?/ });
  return Number(/\d+/.exec(await line.innerText())?.[0]);
}

test('after one visit, the shell and the latest days are available offline', async () => {
  const page = await visit(reader.browser, site.url);
  await site.end();
  await page.goto(`${site.url}days/${latestDay}/`);
  expect(await page.locator('.contents > li').count()).toBe(
    papersOfDay(builds.a, latestDay).length,
  );
  await page.goto(site.url + papersOfDay(builds.a, latestDay)[0]);
  expect(await page.locator('.abstract').first().innerText()).not.toBe('');
  for (const path of ['', 'search/', 'saved/', 'about/']) {
    const answer = await page.goto(site.url + path);
    expect(answer?.status(), path).toBe(200);
  }
  const missing = await page.goto(`${site.url}days/${oldDay}/`);
  expect(missing?.status()).toBe(503);
  expect(await heading(page)).toBe('This page is not on your device');
  await page.context().close();
});

test('with the whole archive stored, all pages open and search works, with the server ended', async () => {
  const page = await visit(reader.browser, site.url);
  site.forget();
  await keepAll(page, site.url);
  expect(site.asked.filter((path) => path.endsWith('.pack')).length).toBeLessThan(
    packsOf(builds.a).length,
  );
  const [paper = ''] = papersOfDay(builds.a, latestDay);
  await page.goto(site.url + paper);
  const savedTitle = await heading(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await site.end();

  for (const path of papersOfDay(builds.a, oldDay).slice(0, 3)) {
    expect((await page.goto(site.url + path))?.status(), path).toBe(200);
    expect(await page.locator('.related a').count()).toBeGreaterThan(0);
  }
  await page.goto(`${site.url}days/${oldDay}/`);
  expect(await page.locator('.contents > li').count()).toBe(papersOfDay(builds.a, oldDay).length);

  await page.goto(`${site.url}search/?q=diffusion`);
  const all = await found(page);
  // As a host would, the slash is added.
  await page.goto(`${site.url}search?q=diffusion`);
  expect(await found(page)).toBe(all);
  await page.goto(`${site.url}search/?q=diffusion&code=1`);
  const withCode = await found(page);
  expect(withCode).toBeGreaterThan(0);
  expect(withCode).toBeLessThan(all);

  await page.goto(`${site.url}saved/`);
  await page.locator('[data-saved-list] .title a', { hasText: savedTitle }).click();
  expect(await heading(page)).toBe(savedTitle);

  const missing = await page.goto(`${site.url}papers/there-is-none/`);
  expect(missing?.status()).toBe(404);
  expect(await heading(page)).toBe('Page not found');
  await page.context().close();
});

test('it can be stopped, resumed, and removed', async () => {
  const page = await visit(reader.browser, `${site.url}about/`);
  const main = page.getByRole('main');
  const packs: string[] = [];
  let hold = true;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  site.interfere(async (path) => {
    if (!path.endsWith('.pack')) return false;
    packs.push(path);
    // The first comes, the others wait.
    if (hold && packs.length > 1) await held;
    return false;
  });
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  await page.waitForFunction(() =>
    /[1-9]\d* of \d+ papers, .* MB/.test(
      document.querySelector('main progress + p')?.textContent ?? '',
    ),
  );
  expect(await main.getByRole('progressbar').getAttribute('max')).toMatch(/^\d+$/);
  await main.getByRole('button', { name: 'Stop' }).click();
  await main.getByText(/^Stopped at .* papers, .* MB/).waitFor();
  const came = packs[0];
  hold = false;
  release();
  // Another page knows that a part is here.
  await page.reload();
  await main.getByText(/^Part of the archive is available offline: [1-9]/).waitFor();
  await main.getByRole('button', { name: 'Remove the offline copy' }).waitFor();
  packs.length = 0;
  await main.getByRole('button', { name: 'Resume' }).click();
  await main.getByText('The whole archive is available offline').waitFor();
  expect(packs).not.toContain(came);

  await main.getByRole('button', { name: 'Remove the offline copy' }).click();
  await main.getByText('The latest days are available offline').waitFor();
  await site.end();
  expect((await page.goto(`${site.url}days/${oldDay}/`))?.status()).toBe(503);
  expect((await page.goto(`${site.url}days/${latestDay}/`))?.status()).toBe(200);
  await page.context().close();
});

/** From now on the first pack comes at once, and the others when they are let go. */
function holdPacks(): () => void {
  let count = 0;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  site.interfere(async (path) => {
    if (path.endsWith('.pack') && ++count > 1) await held;
    return false;
  });
  return release;
}

test('it goes on on the page that one goes to, or when the page is loaded again', async () => {
  const page = await visit(reader.browser, `${site.url}about/`);
  const main = page.getByRole('main');
  const release = holdPacks();
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  await main.getByText(/ of \d+ papers, /).waitFor();
  await page.reload();
  await main.getByRole('button', { name: 'Stop' }).waitFor();
  await page.goto(`${site.url}days/${latestDay}/`);
  release();
  const foot = page.getByRole('contentinfo');
  await foot.getByText('The whole archive is available offline').waitFor();
  await page.context().close();
});

test('what one tab stops or removes, it does for all', async () => {
  const page = await visit(reader.browser, `${site.url}about/`);
  const release = holdPacks();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  await main.getByText(/ of \d+ papers, /).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${site.url}about/`);
  const otherMain = other.getByRole('main');
  await otherMain.getByRole('button', { name: 'Stop' }).waitFor();
  await main.getByRole('button', { name: 'Stop' }).click();
  for (const each of [main, otherMain])
    await each.getByRole('button', { name: 'Resume' }).waitFor();
  release();
  await otherMain.getByRole('button', { name: 'Remove the offline copy' }).click();
  for (const each of [main, otherMain])
    await each.getByText('The latest days are available offline').waitFor();
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  for (const each of [main, otherMain])
    await each.getByText('The whole archive is available offline').waitFor();
  await page.context().close();
});

test.runIf(isLong)('the second click of a double click stops nothing', async () => {
  const page = await visit(reader.browser, `${site.url}about/`);
  const main = page.getByRole('main');
  const button = main.getByRole('button', { name: 'Make everything available offline' });
  await button.dblclick({ position: { x: 6, y: 8 } });
  await main.getByText('The whole archive is available offline').waitFor();
  await page.context().close();
});

test('with a full storage, it says so, and the site still works online', async () => {
  const page = await visit(reader.browser, `${site.url}about/`);
  const main = page.getByRole('main');
  await main.getByText('The latest days are available offline').waitFor();
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(site.url);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  await main.getByText('The storage is full').waitFor();
  expect((await page.goto(`${site.url}days/${oldDay}/`))?.status()).toBe(200);
  expect((await page.goto(`${site.url}days/${latestDay}/`))?.status()).toBe(200);
  await page.context().close();
});

test('a browser without service workers has a message, and the site works online', async () => {
  const context = await reader.browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${site.url}about/`);
  const main = page.getByRole('main');
  await main.getByText('Offline reading is not available here').waitFor();
  await main.getByRole('button', { name: 'Make everything available offline' }).click();
  await main.getByText('Offline reading is not available here').waitFor();
  expect((await page.goto(`${site.url}days/${oldDay}/`))?.status()).toBe(200);
  expect(faults).toEqual([]);
  await context.close();
});

test('the menu has the button too, and the site can be installed', async () => {
  const page = await visit(reader.browser, site.url);
  const menu = page.getByRole('contentinfo');
  await menu.getByRole('button', { name: 'Make everything available offline' }).click();
  await menu.getByText('The whole archive is available offline').waitFor();
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
  ).toEqual([]);
  const { url, errors } = await devtools.send('Page.getAppManifest');
  expect(url).toBe(`${site.url}manifest.webmanifest`);
  expect(errors).toEqual([]);
  await page.context().close();
});
