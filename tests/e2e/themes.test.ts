import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

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
});
