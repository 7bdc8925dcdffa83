import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { button, exportText, importText, savedTitles } from './saved-papers.ts';
import { bothSites } from './sites.ts';

let reader: Reader;
const home = inject('rootUrl');
const day = `${home}days/2025-03-11/`;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

describe.each(bothSites)('the reading list %s', (_, base) => {
  test('keeps a paper that is saved in a day, its mark and its note', async () => {
    const page = await reader.open(`${base}days/2025-03-11/`);
    const line = page.locator('.contents > li').nth(2);
    const title = await line.locator('.title').innerText();
    await button(line, 'Save').click();
    expect(await button(line, 'Save').getAttribute('aria-pressed')).toBe('true');

    await line.locator('.title a').click();
    await page.waitForURL('**/papers/**');
    expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
    await button(page, 'Mark read').click();
    await page.locator('.own-note summary').click();
    await page.getByRole('textbox', { name: 'Note' }).fill('the bound of § 3');

    await page.reload();
    expect(await button(page, 'Mark read').getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('the bound of § 3');

    await page.getByRole('link', { name: 'Saved' }).click();
    await page.waitForURL('**/saved/');
    expect(await savedTitles(page)).toEqual([title]);
    expect(await page.locator('[data-count]').innerText()).toBe('1 paper, 0 unread');
    expect(await page.locator('textarea').inputValue()).toBe('the bound of § 3');
    await page.locator('[data-saved-list] .title a').click();
    await page.waitForURL('**/papers/**');
  });
});

test('a month lists titles by which papers are saved, and shows which ones are read', async () => {
  const page = await reader.open(`${home}months/2025-03/`);
  const titles = page.locator('.contents .title');
  expect(await titles.count()).toBe(291);
  const [first = '', second = ''] = await titles.allInnerTexts();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.locator('.contents > li[data-read]').waitFor();

  await page.reload();
  expect(await page.locator('.contents > li[data-read]').innerText()).toBe(second);
  const saved = await page.evaluate(() => Object.values(localStorage).join());
  expect(saved).toContain('"day":"2025-03-11"');
  await page.goto(`${home}saved/`);
  expect(await savedTitles(page)).toEqual([first]);

  // With the abstracts come the buttons of the day's page.
  await page.goto(`${home}months/2025-03/`);
  await page.getByRole('button', { name: 'Show abstracts' }).click();
  const item = page.locator('#day-2025-03-11 ~ .contents > li').first();
  await item.locator('.abstract').waitFor();
  expect(await button(item, 'Save').getAttribute('aria-pressed')).toBe('true');
});

test('a note saves its paper, and can be edited on the list', async () => {
  const page = await reader.open(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  await page.locator('.own-note summary').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('first');
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('true');
  await page.goto(`${home}saved/`);
  await page.locator('textarea').fill('first\nand second');
  await page.goBack();
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('first\nand second');
});

test('a paper that is taken off the list stays in sight for a while, so that it can be put back', async () => {
  const page = await reader.open(day);
  await button(page, 'Save', 0).click();
  await page.goto(`${home}saved/`);
  await button(page, 'Save').click();
  expect(await savedTitles(page)).toHaveLength(1);
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('false');
  await page.reload();
  expect(await savedTitles(page)).toEqual([]);
  expect(await page.getByText('Nothing is saved yet.').isVisible()).toBe(true);
});

test('the list is sorted, searched, and shown without what was read', async () => {
  const page = await reader.open(day);
  for (const nth of [0, 1, 2]) await button(page, 'Save', nth).click();
  await button(page, 'Mark read', 1).click();
  const titles = await page.locator('.contents .title').allInnerTexts();
  await page.goto(`${home}saved/`);
  expect(await savedTitles(page)).toEqual([titles[2], titles[1], titles[0]]);
  await page.getByLabel('Order').selectOption('title');
  expect(await savedTitles(page)).toEqual([titles[2], titles[0], titles[1]]);
  await page.getByLabel('unread only').check();
  expect(await savedTitles(page)).toEqual([titles[2], titles[0]]);
  // What is marked under one's hands does not vanish, and its button keeps the focus.
  await button(page, 'Mark read', 0).click();
  expect(await savedTitles(page)).toEqual([titles[2], titles[0]]);
  await page.getByLabel('unread only').uncheck();
  await page.getByRole('searchbox').fill('averaging FISHER');
  expect(await savedTitles(page)).toEqual([titles[1]]);
  expect(await page.locator('[data-count]').innerText()).toBe('1 of 3 papers');
});

test('what was read is hidden on all days, until the switch is turned back', async () => {
  const page = await reader.open(day);
  const hide = page.getByRole('button', { name: /^Hide read/ });
  const lines = page.locator('.contents > li:visible');
  const count = await lines.count();
  await hide.click();
  expect(await lines.count()).toBe(count);
  await button(page, 'Mark read', 0).click();
  await button(page, 'Mark read', 1).click();
  // What is marked under one's hands does not vanish.
  expect(await lines.count()).toBe(count);
  await page.reload();
  expect(await lines.count()).toBe(count - 2);
  expect(await hide.innerText()).toMatch(/2 hidden/i);
  await page.goto(`${home}days/2025-03-14/`);
  expect(await hide.getAttribute('aria-pressed')).toBe('true');
  await page.goto(day);
  await hide.click();
  expect(await lines.count()).toBe(count);
});

test('marks stand before the first paint: nothing on the page moves', async () => {
  const page = await reader.open(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  await page.locator('.own-note summary').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('one\ntwo\nthree');
  await page.goto(day);
  await button(page, 'Mark read', 1).click();
  await page.getByRole('button', { name: /^Hide/ }).click();
  const measure = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
  for (let time = 0; time < 3; time++) {
    await page.reload();
    expect(await measure()).toBe(0);
  }
  await page.goto(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  expect(await page.locator('textarea').isVisible()).toBe(true);
  expect(await measure()).toBe(0);
});

test('two open tabs agree', async () => {
  const first = await reader.open(day);
  const second = await first.context().newPage();
  await second.goto(`${home}saved/`);
  await button(first, 'Save', 0).click();
  await second.locator('[data-saved-list] > li').waitFor();
  await second.locator('.own-note summary').click();
  await second.locator('textarea').fill('from the other tab');
  // A paper that comes meanwhile does not take the focus from the note.
  await button(first, 'Save', 1).click();
  await second.locator('[data-saved-list] > li').nth(1).waitFor();
  expect(await second.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await button(second, 'Save', 1).click();
  await first.waitForFunction(
    () => document.querySelector('[data-list-action="save"]')?.ariaPressed === 'false',
  );
  expect(await button(first, 'Save', 1).getAttribute('aria-pressed')).toBe('true');
  await second.close();
});

test('a note that two tabs write in at once keeps what both wrote', async () => {
  const address = `${home}papers/merging-models-with-fisher-weighted-averaging/`;
  const first = await reader.open(address);
  const second = await first.context().newPage();
  await second.goto(address);
  const fields = [first, second].map((page) => page.locator('textarea[data-note]'));
  const [own, other] = fields as [(typeof fields)[0], (typeof fields)[0]];
  for (const page of [first, second]) await page.locator('.own-note summary').click();
  await own.fill('begun ');
  await own.focus();
  await other.fill('from the other tab');
  await own.pressSequentially('and ended');
  expect(await own.inputValue()).toContain('from the other tab');
  expect(await own.inputValue()).toMatch(/and ended$/);
  // A field that gets the focus shows what is stored by now.
  await other.blur();
  await other.focus();
  expect(await other.inputValue()).toBe(await own.inputValue());
  await first.reload();
  expect(await own.inputValue()).toBe(await other.inputValue());
  await second.close();
});

test('a paper that is noted and no longer saved stays on the list', async () => {
  const page = await reader.open(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  await page.locator('.own-note summary').click();
  await page.locator('textarea').fill('still here');
  await button(page, 'Save').click();
  await page.goto(`${home}saved/`);
  expect(await page.locator('textarea').inputValue()).toBe('still here');
  expect(await page.locator('[data-since]').innerText()).toMatch(/^noted /);
  expect(await button(page, 'Save').getAttribute('aria-pressed')).toBe('false');
});

test('what is stored and is no entry is counted, and stays where it is', async () => {
  const page = await reader.open(day);
  await button(page, 'Save', 0).click();
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes(':paper:')) ?? '';
    const prefix = key.slice(0, key.indexOf('paper:') + 'paper:'.length);
    const entry = JSON.parse(localStorage.getItem(key) ?? '');
    localStorage.setItem(`${prefix}broken`, '{"changedAt": "x", "savedAt": 5, "title": {}}');
    localStorage.setItem(`${prefix}long`, JSON.stringify({ ...entry, note: 'x'.repeat(1e6) }));
  });
  await page.goto(`${home}saved/`);
  expect(await page.locator('[data-count]').innerText()).toBe(
    '1 paper, 1 unread; 2 entries in this browser could not be read',
  );
  expect(await savedTitles(page)).toHaveLength(1);
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThanOrEqual(3);
});

test.runIf(isLong)(
  'an import that fills the storage says how many papers were imported',
  async () => {
    const page = await reader.open(`${home}saved/`);
    const paper = (i: number) => ({
      ...{ id: `paper-${i}`, slug: `paper-${i}`, title: `${i} `.repeat(300), day: '2025-03-11' },
      ...{ savedAt: '2025-04-01T08:00:00.000Z', changedAt: '2025-04-01T08:00:00.000Z' },
    });
    const papers = Array.from({ length: 9_000 }, (_, i) => paper(i));
    const text = JSON.stringify({ format: 'dayleaf-reading-list', version: 1, papers });
    const message = await importText(page, text);
    const kept = Number(/, (\d+) were imported/.exec(message)?.[1]);
    expect(message).toMatch(/^Of 9000 papers that are new or changed, /);
    expect(message).toContain('storage for this site is full');
    const stored = await page.evaluate(
      () => Object.keys(localStorage).filter((key) => key.includes(':paper:')).length,
    );
    expect(stored).toBe(kept);
  },
);

test('the list is exported, lost, and imported again; merging it twice changes nothing', async () => {
  const page = await reader.open(day);
  for (const nth of [0, 1, 2]) await button(page, 'Save', nth).click();
  await button(page, 'Mark read', 1).click();
  await page.goto(`${home}saved/`);
  const titles = await savedTitles(page);
  await page.locator('.own-note summary').first().click();
  await page.locator('textarea').first().fill('“quoted”, ünïcode, <b>no markup</b>');
  const file = await exportText(page);
  expect(JSON.parse(file).papers).toHaveLength(3);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  expect(await savedTitles(page)).toEqual([]);
  expect(await importText(page, file)).toBe('Imported 3 papers: 3 new, 0 changed, 0 unchanged.');
  expect(await savedTitles(page)).toEqual(titles);
  expect(await page.locator('textarea').first().inputValue()).toBe(
    '“quoted”, ünïcode, <b>no markup</b>',
  );
  expect(await importText(page, file)).toBe('Imported 3 papers: 0 new, 0 changed, 3 unchanged.');
  expect(await exportText(page)).toBe(file);
});

test('a file that is no list says so and changes nothing; what is in one is text', async () => {
  const page = await reader.open(day);
  await button(page, 'Save', 0).click();
  await page.goto(`${home}saved/`);
  const titles = await savedTitles(page);
  expect(await importText(page, '{"papers": 1}', 'bad.json')).toMatch(
    /^bad\.json was not imported\.\nThis is not a reading list/,
  );
  const paper = {
    id: 'gone',
    slug: 'gone',
    title: '<img src=x onerror=alert(1)>',
    day: '2025-03-11',
    savedAt: '2025-03-11T00:00:00.000Z',
    changedAt: '2025-03-11T00:00:00.000Z',
  };
  const file = { format: 'dayleaf-reading-list', version: 1, papers: [paper] };
  const bad = { ...file, papers: [paper, { ...paper, id: 'b', slug: 'javascript:alert(1)' }] };
  expect(await importText(page, JSON.stringify(bad))).toContain('papers[1].slug must be');
  expect(await savedTitles(page)).toEqual(titles);
  await importText(page, JSON.stringify(file));
  expect(await savedTitles(page)).toEqual([...titles, paper.title]);
});

test('a list that grows is reminded of its export, until it is exported', async () => {
  const page = await reader.open(`${home}days/2025-08-08/`);
  for (let nth = 0; nth < 25; nth++) await button(page, 'Save', nth).click();
  await page.goto(`${home}saved/`);
  const reminder = page.locator('[data-reminder]');
  expect(await reminder.innerText()).toMatch(/^25 papers have never been exported/);
  await exportText(page);
  await page.waitForFunction(() => !document.querySelector('[data-reminder]')?.textContent);
});

test('the browser is asked once to keep the list', async () => {
  const page = await reader.open(day);
  await page.evaluate(() => {
    const { persist } = navigator.storage;
    navigator.storage.persist = () => {
      document.body.dataset.asked = `${document.body.dataset.asked ?? ''}x`;
      return persist.call(navigator.storage);
    };
  });
  await button(page, 'Mark read', 0).click();
  expect(await page.locator('body').getAttribute('data-asked')).toBeNull();
  await button(page, 'Save', 0).click();
  await button(page, 'Save', 1).click();
  expect(await page.locator('body').getAttribute('data-asked')).toBe('x');
});

test('a browser that keeps nothing says so', async () => {
  const page = await reader.open(day);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await button(page, 'Save', 0).click();
  await page.getByText('This was not saved because the browser’s storage').waitFor();
  expect(await button(page, 'Save', 0).getAttribute('aria-pressed')).toBe('false');
});

test('without JavaScript there is no button that does nothing', async () => {
  const page = await reader.open(day, { javaScriptEnabled: false });
  const seen = () => page.locator('button:visible, textarea:visible, form:visible').count();
  expect(await seen()).toBe(0);
  await page.goto(`${home}papers/merging-models-with-fisher-weighted-averaging/`);
  expect(await seen()).toBe(0);
  await page.goto(`${home}saved/`);
  expect(await seen()).toBe(0);
  expect(await page.locator('main').innerText()).toContain('The reading list needs JavaScript');
});
