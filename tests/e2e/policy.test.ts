import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { firstCases } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { button, exportText, importText } from './saved-papers.ts';
import { countFound } from './search-answers.ts';

const withFormulas =
  'papers/low-rank-matrix-completion-via-robust-alternating-minimization-in-nearly-linear/';
const withoutFormulas =
  'papers/faster-k-medoids-clustering-improving-the-pam-clara-and-clarans-algorithms/';

declare global {
  interface Window {
    /** What the policy forbade on this page. */
    violations: string[];
    /** Set by a script that was put into the page. */
    injected?: string;
  }
}

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

/** Notes each breach of the policy, also those that the browser's console says nothing of. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** A page of the site from which nothing goes anywhere but to the site, and nothing breaks the policy. */
async function visit(url: string): Promise<Page> {
  const page = await reader.open(url, {
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'allow',
  });
  page.setDefaultTimeout(10_000);
  await watchPolicy(page);
  await page.reload();
  return page;
}

const expectObedience = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => window.violations)).toEqual([]);

describe.each(firstCases(1, ['pathUrl', 'rootUrl'] as const))('of the site at %s', (site) => {
  const open = (path: string): Promise<Page> => visit(inject(site) + path);

  test.each(
    firstCases(4, [
      ...['days/2025-08-08/', 'search/', withFormulas, withoutFormulas, '', 'saved/'],
      ...['days/2025-03-11/', 'weeks/2025-W11/', 'months/2025-03/', 'about/', '404.html'],
    ]),
  )('/%s obeys its policy: sheets, keys, theme, fonts', async (path) => {
    const page = await open(path);
    await page.keyboard.press('j');
    // On a paper's page the key leads to its neighbour.
    if (path.startsWith('papers/')) await page.waitForURL((url) => !url.pathname.endsWith(path));
    for (const key of ['s', 'm', 't']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Keys' }).press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    if (path !== 'search/') await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Words or formulas' }).fill('matrix');
    await page.locator('[data-results] li').first().waitFor();
    await expectObedience(page);
  });

  test('abstracts that a month fetches from its days obey it', async () => {
    const page = await open('months/2025-03/');
    await page
      .getByRole('button', { name: /abstracts/i })
      .first()
      .click();
    await page.locator('li[data-slug] details .katex').first().waitFor();
    await expectObedience(page);
  });

  test('a formula gives its LaTeX, and the permalink is copied', async () => {
    const page = await open(withFormulas);
    await page.locator('.abstract .formula').first().click();
    await page.getByRole('button', { name: 'Copy LaTeX' }).click();
    await page.getByText('Copied').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy permalink' }).click();
    await expectObedience(page);
  });

  test('search runs in its worker, filters, and sets titles with formulas', async () => {
    const page = await open('search/?q=%5Cepsilon&sort=date');
    expect(await countFound(page)).toBeGreaterThan(0);
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      `${new URL(inject(site)).pathname}pagefind/pagefind-worker.js`,
    ]);
    await page.getByLabel('has mathematics').check();
    expect(await countFound(page)).toBeGreaterThan(0);
    await expectObedience(page);
  });

  test('the list is noted in, exported and taken in', async () => {
    const page = await open(withFormulas);
    await button(page, 'Save').click();
    await page.locator('.own-note summary').click();
    await page.getByRole('textbox', { name: 'Note' }).fill('mine');
    await page.goto(`${inject(site)}saved/`);
    await importText(page, await exportText(page));
    await expectObedience(page);
  });
});

test.each([
  [
    'a script',
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = "script"';
      document.body.append(script);
    },
  ],
  [
    'a handler',
    () => {
      document.body.innerHTML += '<img src="none" onerror="window.injected = 1">';
    },
  ],
  [
    'a script of another host',
    () => {
      const script = document.createElement('script');
      script.src = 'https://example.org/x.js';
      document.body.append(script);
    },
  ],
  [
    'a script: address',
    () => {
      const link = document.createElement('a');
      link.href = 'javascript:window.injected = 1';
      document.body.append(link);
      link.click();
    },
  ],
])('%s that got into a page does not run', async (_, attack) => {
  const page = await reader.browser.newPage();
  const answered: string[] = [];
  page.on('response', (response) => answered.push(new URL(response.url()).origin));
  await watchPolicy(page);
  await page.goto(inject('rootUrl') + withFormulas);
  await page.evaluate(attack);
  await page.waitForFunction(() => window.violations.length > 0);
  expect(await page.evaluate(() => window.injected)).toBeUndefined();
  expect(new Set(answered)).toEqual(new Set([new URL(inject('rootUrl')).origin]));
  await page.close();
});
