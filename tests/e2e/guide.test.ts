import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

test('each page of the guide is linked from its list, and fits a screen of 320 px', async () => {
  const home = inject('rootUrl');
  const page = await reader.open(home, { viewport: { width: 320, height: 700 } });
  await page.locator('.colophon').getByRole('link', { name: 'Guide' }).click();
  await page.waitForURL(`${home}guide/`);
  const links = page.getByRole('navigation', { name: 'Guide' }).getByRole('link');
  const hrefs = await links.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  );
  expect(hrefs.length).toBeGreaterThan(8);
  for (const href of [`${home}guide/`, ...hrefs]) {
    await page.goto(href);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, href).toBe(0);
  }
});

describe.each([
  ['at a root', inject('rootUrl')],
  ['under a path', inject('pathUrl')],
])('the search %s', (_, home) => {
  test('links to sections of the guide beside the papers', async () => {
    const page = await reader.open(`${home}search/?q=nginx`);
    await page.locator('[data-guide]').getByRole('link', { name: 'nginx' }).click();
    await page.waitForURL(`${home}guide/servers/#nginx`);
    expect(await page.locator('h2#nginx').innerText()).toBe('nginx');
  });

  test('takes them away when a query has none', async () => {
    const page = await reader.open(`${home}search/?q=offline`);
    await page.locator('[data-guide] a').first().waitFor();
    await page.getByRole('searchbox').fill('sinkhorn');
    await page.locator('[data-results] h2', { hasText: 'Sinkhorn' }).first().waitFor();
    expect(await page.locator('[data-guide]').innerText()).toBe('');
  });
});

test('results do not move when the sections come', async () => {
  for (const width of [360, 1440]) {
    // A file without a script, so that no service worker answers for the sections.
    const page = await reader.open(`${inject('rootUrl')}robots.txt`, {
      viewport: { width, height: 780 },
    });
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/search/guide.json', async (route) => {
      await released;
      await route.continue();
    });
    const top = () =>
      page.locator('[data-results]').evaluate((list) => list.getBoundingClientRect().top);
    await page.goto(`${inject('rootUrl')}search/?q=offline`);
    await page.locator('[data-results] li').first().waitFor();
    await page.getByText(/^\d+ papers?$/).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const before = await top();
    release();
    await page.locator('[data-guide] a').first().waitFor();
    expect(await top(), `at ${width} px`).toBe(before);
  }
});
