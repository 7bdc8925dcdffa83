import type { Page } from 'playwright-core';

/** The titles of the papers that the search page lists. */
export const titles = (page: Page): Promise<string[]> =>
  page.locator('[data-results] h2').allInnerTexts();

/** The number of papers that the search page says it found, once it says so. */
export async function countFound(page: Page): Promise<number> {
  const status = page.locator('[data-status]');
  await status.filter({ hasText: /paper/i }).waitFor();
  return Number.parseInt(await status.innerText(), 10) || 0;
}
