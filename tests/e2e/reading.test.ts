import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { firstCases, isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { bothSites } from './sites.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

describe.each(bothSites)('the site %s', (_, home) => {
  test('leads from the latest day over all days to a paper and on to the next', async () => {
    const page = await reader.open(home);
    expect(await page.locator('h1').innerText()).toContain('8');
    expect(await page.locator('main h2.title').count()).toBe(32);
    await page.getByRole('link', { name: '11 March 2025, 206 papers' }).click();
    await page.waitForURL('**/days/2025-03-11/');
    expect(await page.locator('main h2.title').count()).toBe(206);
    await page.locator('h2.title a').first().click();
    await page.waitForURL('**/papers/*/');
    const first = await page.locator('h1').innerText();
    await page.locator('a[rel=next]').click();
    await page.waitForFunction((title) => document.querySelector('h1')?.innerText !== title, first);
    expect(page.url()).toMatch(/\/papers\/[a-z0-9-]+\/$/);
  });

  test('shows where a paper was captured, and leads to its place there', async () => {
    const page = await reader.open(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
    const places = page.locator('.captures li');
    expect(await places.first().innerText()).toMatch(/^11 March 2025, rank 2 in 001_/);
    await places.first().locator('a').click();
    await page.waitForURL(
      '**/days/2025-03-11/#paper-merging-models-with-fisher-weighted-averaging',
    );
    expect(await page.locator(':target').innerText()).toContain('Merging Models');
  });

  test('has a page for what is not there', async () => {
    const response = await fetch(`${home}no/such/page/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Page not found');
  });
});

/** The addresses of all pages that the archive leads to, and of the others. */
async function findPages(home: string): Promise<string[]> {
  const page = await reader.open(home);
  const hrefs = (selector: string): Promise<string[]> =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all.map((a) => new URL(a.getAttribute('href') ?? '', location.href).href),
      );
  const days = await hrefs('.month svg a');
  const months = await hrefs('.month .name a');
  const found = new Set([home, ...days, ...months]);
  for (const address of [...days, ...months]) {
    await page.goto(address);
    for (const href of await hrefs('.contents .title a, .crumbs a'))
      found.add(href.replace(/#.*/, ''));
  }
  await page.context().close();
  const others = ['search/?q=gradient', 'about/', '404.html'];
  return [...found, ...others.map((path) => home + path)];
}

test('every page fits a screen of 320 px, all of it unfolded', async () => {
  const some = ['', 'days/2025-03-11/', 'weeks/2025-W11/', 'months/2025-03/', 'search/?q=gradient'];
  const home = inject('rootUrl');
  const pages = isLong ? await findPages(home) : [...some, 'about/'].map((path) => home + path);
  // 291 papers, 3 days, 2 weeks, 2 months, home, search, about, and the page for what is not there.
  if (isLong) expect(pages.length).toBe(302);
  const page = await reader.open(inject('rootUrl'), { viewport: { width: 320, height: 700 } });
  const wide: string[] = [];
  for (const address of pages) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const overflow = await page.evaluate(async () => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      // What is laid out only when one comes to it could be too wide unseen.
      for (const entry of document.querySelectorAll<HTMLElement>('.contents > li'))
        entry.style.contentVisibility = 'visible';
      await document.fonts.ready;
      return document.documentElement.scrollWidth - innerWidth;
    });
    if (overflow > 0) wide.push(`${address}: ${overflow} px`);
  }
  expect(wide).toEqual([]);
});

test('the pages with a calendar fit screens of 768, 1151 and 1152 px', async () => {
  const page = await reader.open(inject('rootUrl'));
  const wide: string[] = [];
  for (const path of ['', 'days/2025-03-14/', 'weeks/2025-W11/', 'months/2025-03/']) {
    await page.goto(inject('rootUrl') + path);
    for (const width of [768, 1151, 1152]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) wide.push(`/${path} at ${width} px: ${overflow} px`);
    }
  }
  expect(wide).toEqual([]);
});

test('days and papers are readable without JavaScript, mathematics included', async () => {
  const page = await reader.open(
    `${inject('rootUrl')}papers/on-the-provable-advantage-of-unsupervised-pretraining/`,
    { javaScriptEnabled: false },
  );
  expect(await page.locator('.abstract').innerText()).toContain('Unsupervised pretraining');
  expect(await page.locator('.abstract .katex').count()).toBeGreaterThan(0);
});

test("formulas are set in KaTeX's fonts, from this host", async () => {
  const page = await reader.open(
    `${inject('rootUrl')}papers/on-the-provable-advantage-of-unsupervised-pretraining/`,
  );
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter((font) => font.status === 'loaded')
      .map((font) => font.family);
  });
  expect(fonts.some((family) => family.includes('KaTeX_Math'))).toBe(true);
});

test('a paper shows how it was captured, what was restored there, and how surely', async () => {
  const page = await reader.open(
    `${inject('rootUrl')}papers/low-rank-matrix-completion-via-robust-alternating-minimization-in-nearly-linear/`,
  );
  const captured = page.locator('details.captured');
  await captured.locator('summary').click();
  const row = captured.locator('tbody tr', { hasText: 'Omegasubseteq' });
  expect(await row.locator('code').innerText()).toBe('\\Omega\\subseteq [m]\\times [n]');
  expect(await row.locator('td').last().innerText()).toMatch(/^\d{1,3}\s%$/);
  // The text as it stood, less the numbers that lead to the table.
  const text = await captured
    .locator('p')
    .last()
    .evaluate((paragraph) => {
      for (const number of paragraph.querySelectorAll('sup')) number.remove();
      return paragraph.textContent;
    });
  expect(text).toMatch(
    /^Given a matrix Min R\^\{mtimes n\}, the low rank matrix completion problem/,
  );
});

test.each(firstCases(2, ['2025-03-14', '2025-08-08', '2025-03-11']))(
  'on %s no formula is cut at any width, and none has a scroll bar that it does not need',
  async (day) => {
    const page = await reader.open(`${inject('rootUrl')}days/${day}/`);
    await page.evaluate(async () => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const entry of document.querySelectorAll<HTMLElement>('.contents > li'))
        entry.style.contentVisibility = 'visible';
      await document.fonts.ready;
    });
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const formulas = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.formula')].map((formula) => {
          const { clientHeight, clientWidth, scrollHeight, scrollWidth } = formula;
          const isBox = getComputedStyle(formula).overflowX !== 'visible';
          return {
            captured: formula.dataset.captured,
            isCut: isBox && scrollHeight > clientHeight,
            isScrolled: isBox && scrollWidth > clientWidth,
            isTooWide: formula.getBoundingClientRect().right > innerWidth,
          };
        }),
      );
      expect(formulas.length, `${width} px`).toBeGreaterThan(0);
      expect(formulas.filter((f) => f.isCut || f.isTooWide)).toEqual([]);
      if (width > 700) expect(formulas.filter((f) => f.isScrolled)).toEqual([]);
    }
  },
);
