import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from '../../scripts/serve-site.ts';
import {
  type ArchiveFixture,
  makeAbstract,
  makeArchive,
  makeSeed,
} from '../build/archive-fixture.ts';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

/** A site with a page for a paper that is gone, and one for a day. */
async function buildRetired(): Promise<{ archive: ArchiveFixture; site: ServedSite }> {
  const archive = makeArchive();
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['A paper that goes', makeAbstract('going')]));
  await archive.build();
  archive.remove('2025-03-11.txt');
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['A paper that stays', makeAbstract('stay')]));
  await archive.build();
  return { archive, site: await serveSite(archive.site) };
}

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const paper = { light: 'rgb(252, 251, 248)', dark: 'rgb(22, 21, 19)' };

describe('the theme', () => {
  test('is that of the system, and follows it', async () => {
    const page = await reader.open(inject('rootUrl'), { colorScheme: 'dark' });
    expect(await background(page)).toBe(paper.dark);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background(page)).toBe(paper.light);
  });

  test('is switched, stays so over pages, and follows the system again once it is the same', async () => {
    const page = await reader.open(inject('rootUrl'), { colorScheme: 'light' });
    const button = page.getByRole('button', { name: 'Light or dark' });
    await button.click();
    expect(await background(page)).toBe(paper.dark);
    await page.goto(`${inject('rootUrl')}about/`);
    expect(await background(page)).toBe(paper.dark);
    await button.click();
    expect(await background(page)).toBe(paper.light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(paper.dark);
  });

  test('is known before the body is read, so that nothing flashes', async () => {
    const page = await reader.open(inject('rootUrl'), { colorScheme: 'light' });
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        Object.assign(globalThis, { themeAtBody: document.documentElement.dataset.theme });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'themeAtBody'))).toBe('dark');
  });

  test('has no switch without JavaScript', async () => {
    const page = await reader.open(inject('rootUrl'), { javaScriptEnabled: false });
    expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
  });

  test('of print is black on white', async () => {
    const page = await reader.open(inject('rootUrl'), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  });
});

/** The checker of accessibility, as text: it runs in the page. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (): Promise<Violation[]> => {
    const { run } = Reflect.get(globalThis, 'axe') as {
      run: (context: Document) => Promise<{ violations: Violation[] }>;
    };
    return (await run(document)).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const paths = [
  '',
  'days/2025-03-11/',
  'weeks/2025-W11/',
  'months/2025-03/',
  'papers/low-rank-matrix-completion-via-robust-alternating-minimization-in-nearly-linear/',
  'search/?q=gradient',
  'about/',
  '404.html',
];

/** Relative luminance of a colour as browsers compute it. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const isShare = colour.startsWith('color(srgb');
  const channels = (colour.replace('color(srgb', '').match(/[\d.]+/g) ?? []).slice(0, 3);
  const [r, g, b] = channels.map((text) => {
    const share = Number(text) / (isShare ? 1 : 255);
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('luminance is that of the definition', () => {
  expect(luminance('rgb(255, 255, 255)')).toBeCloseTo(1);
  expect(luminance('rgb(0, 0, 0)')).toBe(0);
  expect(luminance('color(srgb 1 0 0)')).toBeCloseTo(0.2126);
});

describe.each(['light', 'dark'] as const)('by %s', (colorScheme) => {
  // axe-core does not look into pictures.
  test('the days of all tints are legible', async () => {
    const page = await reader.open(inject('rootUrl'), { colorScheme });
    const tints = await page
      .locator('.month svg a:not([aria-current])')
      .first()
      .evaluate((day) =>
        [1, 2, 3, 4, 5].map((tint) => {
          day.setAttribute('class', `t${tint}`);
          return ['rect', 'text'].map((part) => {
            const element = day.querySelector(part);
            return element ? getComputedStyle(element).fill : '';
          });
        }),
      );
    const contrasts = tints.map((colours) => {
      const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    });
    expect(contrasts).toHaveLength(5);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(paths)('/%s has nothing that axe-core objects to', async (path) => {
    const page = await reader.open(inject('rootUrl') + path, { colorScheme });
    if (path.startsWith('search/')) await page.locator('[data-results] li').first().waitFor();
    // What is folded is unfolded, and laid out wherever it stands.
    await page.locator('details').evaluateAll((all) => {
      for (const details of all.slice(0, 40)) (details as HTMLDetailsElement).open = true;
    });
    expect(await findViolations(page)).toEqual([]);
  });
});

test.each(['papers/a-paper-that-goes/', 'days/2025-03-11/'])(
  '/%s, retired, has nothing that axe-core objects to',
  async (path) => {
    const { archive, site } = await buildRetired();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await reader.open(site.url.href + path, { colorScheme });
      expect(await page.locator('main').innerText()).toContain('removed from the archive');
      expect(await findViolations(page)).toEqual([]);
    }
    await site.stop();
    archive.dispose();
  },
);
