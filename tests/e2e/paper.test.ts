import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

/** A paper with a formula in most of its sentences. */
const withFormulas =
  'papers/low-rank-matrix-completion-via-robust-alternating-minimization-in-nearly-linear/';
const medoids =
  'papers/faster-k-medoids-clustering-improving-the-pam-clara-and-clarans-algorithms/';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const open = (path: string, width = 1440, height = 900): Promise<Page> =>
  reader.open(inject('rootUrl') + path, {
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
const readClipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** Selects from an offset in one text node to one in another, and copies as a reader does. */
async function copyRange(page: Page, choose: string): Promise<string> {
  await page.evaluate(`(() => {
    const range = document.createRange();
    (${choose})(range);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  })()`);
  await page.keyboard.press('Control+c');
  return await readClipboard(page);
}

describe('copied text', () => {
  test('of an abstract holds the LaTeX of each formula once', async () => {
    const page = await open(withFormulas);
    const text = await copyRange(
      page,
      `(range) => range.selectNodeContents(document.querySelector('.abstract'))`,
    );
    const formulas = await page.locator('.abstract annotation').allTextContents();
    expect(formulas.length).toBeGreaterThan(8);
    expect(text.match(/\$[^$]+\$/g)).toEqual(formulas.map((latex) => `$${latex}$`));
    expect(text).toContain('Given a matrix $M\\in \\mathbb{R}^{m\\times n}$, the low rank matrix');
    expect(text).not.toMatch(/[ℝ∈×]/u);
  });

  test('that begins and ends within formulas holds them whole', async () => {
    const page = await open(withFormulas);
    const text = await copyRange(
      page,
      `(range) => {
        const [first, second] = document.querySelectorAll('.abstract .katex-html');
        range.setStart(first.querySelector('.mord').firstChild, 0);
        range.setEnd(second.querySelector('.mord').firstChild, 1);
      }`,
    );
    expect(text).toMatch(/^\$M\\in [^$]+\$, the low rank [^$]+\$k\$$/);
  });

  test('of title and abstract has a blank line between', async () => {
    const page = await open(withFormulas);
    const text = await copyRange(
      page,
      `(range) => {
        range.setStart(document.querySelector('h1'), 0);
        range.setEndAfter(document.querySelector('.abstract p'));
      }`,
    );
    expect(text).toMatch(/^Low Rank Matrix [^\n]+ Linear Time\s*\n\n/);
    expect(text).toContain('Given a matrix $M');
  });
});

describe('a formula', () => {
  const note = '.formula-note';

  test('gives its LaTeX on a click, with where it comes from, and copies it', async () => {
    const page = await open(withFormulas);
    await page.locator('.abstract .formula').first().click();
    expect(await page.locator(`${note} > code`).innerText()).toBe('M\\in \\mathbb{R}^{m\\times n}');
    expect(await page.locator(`${note} p`).innerText()).toMatch(
      /^Restored from Min R\^\{mtimes n\}, \d{1,3}\s% sure$/,
    );
    await page.getByRole('button', { name: 'Copy LaTeX' }).click();
    await page.getByText('Copied').waitFor();
    expect(await readClipboard(page)).toBe('M\\in \\mathbb{R}^{m\\times n}');
    await page.mouse.click(5, 5);
    expect(await page.locator(note).isVisible()).toBe(false);
  });

  test.each([
    ['original', 'The authors’ own LaTeX; captured as '],
    ['corrected', 'Corrected by the maintainer; captured as '],
  ])('that is %s says so', async (origin, words) => {
    const page = await open(withFormulas);
    const formula = page.locator('.abstract .formula').first();
    await formula.evaluate((element, name) => {
      element.dataset[name] = '';
    }, origin);
    await formula.click();
    expect(await page.locator(`${note} p`).innerText()).toBe(`${words}Min R^{mtimes n}`);
  });

  test('is reached by keys: one stop for all, arrows between, Enter opens, Escape gives back', async () => {
    const page = await open(withFormulas);
    await page.locator('[data-copy-permalink]').focus();
    await page.keyboard.press('Tab');
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.querySelector('annotation')?.textContent);
    expect(await focused()).toBe('M\\in \\mathbb{R}^{m\\times n}');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('k');
    await page.keyboard.press('Enter');
    expect(await page.locator(`${note} > code`).innerText()).toBe('k');
    expect(await page.locator(':focus').innerText()).toBe('Copy LaTeX');
    await page.keyboard.press('Escape');
    expect(await page.locator(note).isVisible()).toBe(false);
    expect(await focused()).toBe('k');
    await page.keyboard.press('End');
    const last = await page.locator('.abstract annotation').last().textContent();
    expect(await focused()).toBe(last);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Note');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(last);
  });

  test('is not opened by a drag that selects', async () => {
    const page = await open(withFormulas);
    const [from, to] = [
      await page.locator('.abstract .formula').nth(0).boundingBox(),
      await page.locator('.abstract .formula').nth(4).boundingBox(),
    ];
    if (!from || !to) throw new Error('the formulas are not shown');
    await page.mouse.move(from.x + 2, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 2, to.y + 8, { steps: 5 });
    await page.mouse.up();
    expect(await page.locator(note).count()).toBe(0);
  });

  test.each([320, 1440])('has its note within a window of %i px', async (width) => {
    const page = await open(withFormulas, width, 600);
    for (const place of [0, -1]) {
      await page.locator('.abstract .formula').nth(place).click();
      const box = await page.locator(note).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
      await page.keyboard.press('Escape');
    }
  });
});

test('the permalink is copied by keyboard, without query and anchor, and it is said', async () => {
  const page = await open(`${medoids}?from=elsewhere#related`);
  await page.getByRole('button', { name: 'Copy permalink' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Permalink copied' }).waitFor();
  expect(await readClipboard(page)).toBe(inject('rootUrl') + medoids);
});

test('without JavaScript a paper has no buttons, and all of its links', async () => {
  const page = await reader.open(inject('rootUrl') + medoids, { javaScriptEnabled: false });
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Search arXiv' }).isVisible()).toBe(true);
});

test('the two papers on k-medoids lead to each other and say why', async () => {
  const page = await open(medoids);
  const first = page.locator('.related li').first();
  expect(await first.locator('p').innerText()).toMatch(/both on .*medoids/i);
  await first.locator('a').click();
  await page.waitForURL('**/fast-and-eager-k-medoids-*/');
  // It was added later, and is under Since then.
  await page.locator('.related').scrollIntoViewIfNeeded();
  await page.locator(`.related a[href$="/${medoids}"]`).waitFor();
});

test.each([withFormulas, medoids])(
  'the notes of /%s stand beside what they belong to',
  async (path) => {
    const page = await open(path);
    for (const width of [1100, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const boxes = await page.evaluate(() => {
        const box = (selector: string): DOMRect | undefined =>
          document.querySelector(selector)?.getBoundingClientRect();
        return {
          title: box('h1'),
          abstract: box('.abstract'),
          captures: box('.captures'),
          notes: box('.notes'),
          page: document.documentElement.scrollWidth - innerWidth,
        };
      });
      const { title, abstract, captures, notes } = boxes;
      if (!title || !abstract || !captures || !notes) throw new Error('a part is missing');
      expect(boxes.page).toBeLessThanOrEqual(0);
      expect(captures.left).toBeGreaterThan(title.right);
      expect(captures.top).toBeLessThan(title.bottom);
      expect(notes.left).toBeGreaterThan(abstract.right);
      expect(notes.right).toBeLessThanOrEqual(width);
      expect(notes.top).toBeGreaterThanOrEqual(captures.bottom);
      expect(Math.abs(notes.top - abstract.top)).toBeLessThan(12);
    }
  },
);

test('at 320, 360 and 1099 px the notes follow the abstract', async () => {
  const page = await open(withFormulas);
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  for (const width of [320, 360, 1099]) {
    await page.setViewportSize({ width, height: 900 });
    const tops = await page.evaluate(() =>
      ['h1', '.abstract', '.captured', '.captures', '.notes', '.neighbours'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0,
      ),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
