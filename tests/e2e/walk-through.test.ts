import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { button, exportText, savedTitles } from './saved-papers.ts';
import { countFound, titles } from './search-answers.ts';
import { bothSites } from './sites.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterAll(() => reader.close());

test.each(bothSites)(
  'a reader goes through a day, keeps a paper, and finds others, %s',
  async (_, home) => {
    const page = await reader.open(home, { serviceWorkers: 'allow' });
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText);

    // A day, by the calendar.
    await page.locator('.month a[href$="/days/2025-03-14/"]').first().click();
    await page.waitForURL('**/days/2025-03-14/');
    const listed = await page.locator('.contents .title').allTextContents();
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    expect(await focused()).toBe(listed[1]);

    // A paper of it: opened, saved, noted.
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/**');
    const permalink = page.url();
    await page.keyboard.press('s');
    await page.getByText('Note', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('compare with section 4');
    await page.reload();
    expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(
      'compare with section 4',
    );

    // It is on the list, and in the file of the list.
    await page.getByRole('link', { name: 'Saved', exact: true }).click();
    await page.waitForURL('**/saved/');
    expect(await savedTitles(page)).toEqual([listed[1]]);
    const { papers } = JSON.parse(await exportText(page));
    expect(papers).toMatchObject([{ title: listed[1], note: 'compare with section 4' }]);
    await page.locator('[data-saved-list] .title a').click();
    await page.waitForURL(permalink);

    // Another is looked for over the page, with a slip of the hand.
    await page.keyboard.type('/difusion');
    const sheet = page.getByRole('dialog', { name: 'Search' });
    await sheet.getByRole('link', { name: 'diffusion', exact: true }).click();
    await sheet.locator('[data-status]', { hasText: /^\d+ papers$/ }).waitFor();
    await sheet.getByRole('link', { name: 'Open as a page' }).click();
    await page.waitForURL('**/search/?q=diffusion');
    const all = await countFound(page);
    const [first] = await titles(page);
    expect(first?.toLowerCase()).toContain('diffusion');
    await page.getByLabel('has code').check();
    await page.waitForURL('**/search/?q=diffusion&code=1');
    await page.waitForFunction(
      (count) => !document.querySelector('[data-status]')?.textContent?.startsWith(`${count} `),
      all,
    );
    expect(await countFound(page)).toBeLessThan(all);

    // And back: to all that was found, and to the paper.
    await page.goBack();
    await page.locator('[data-status]', { hasText: `${all} papers` }).waitFor();
    expect(await page.getByLabel('has code').isChecked()).toBe(false);
    await page.goBack();
    await page.waitForURL(permalink);
    reader.expectNoFault();
  },
);
