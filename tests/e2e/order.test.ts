import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

/** Ranks and votes of a list, in the order shown; -1 for papers without votes. */
const readList = (page: Page): Promise<{ rank: number; votes: number }[]> =>
  page.locator('.contents > li').evaluateAll((items) =>
    items.map((item) => ({
      rank: Number(item.querySelector('.rank')?.textContent),
      votes: Number.parseInt(item.querySelector('.votes')?.textContent ?? '-1', 10),
    })),
  );

test('a list can be sorted by votes, also on later pages, until the reader wants the captured order', async () => {
  const page = await reader.open(`${inject('rootUrl')}days/2025-03-11/`);
  const captured = await readList(page);
  expect(captured.map(({ rank }) => rank)).toEqual(captured.map((_, i) => i + 1));
  expect(captured.filter(({ votes }) => votes >= 0).length).toBeGreaterThan(1);
  const byVotes = captured.toSorted((a, b) => b.votes - a.votes || a.rank - b.rank);
  expect(byVotes).not.toEqual(captured);

  await page.getByRole('button', { name: 'Sort by votes' }).click();
  expect(await readList(page)).toEqual(byVotes);
  await page.reload();
  expect(await readList(page)).toEqual(byVotes);

  await page.getByRole('button', { name: 'Captured order' }).click();
  expect(await readList(page)).toEqual(captured);
  await page.reload();
  expect(await readList(page)).toEqual(captured);
});
