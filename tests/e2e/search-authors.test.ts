import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';
import { countFound } from './search-answers.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

test('an author of a paper leads to the papers by that author, which can be filtered', async () => {
  const paper = await reader.open(
    `${inject('rootUrl')}papers/a-general-framework-for-inference-time-scaling-and-steering-of-diffusion-models/`,
  );
  const title = await paper.locator('h1').innerText();
  await paper.locator('.authors a').first().click();
  await paper.waitForURL('**/search/?q=author*');
  expect(await countFound(paper)).toBeGreaterThan(0);
  expect(await paper.locator('[data-results] .title').allInnerTexts()).toContain(title);
  expect(await paper.locator('[data-results] > li').first().innerText()).toContain('and 5 more');

  const further = paper.locator('.search details');
  await further.locator('summary').click();
  const counted = further.locator('option', { hasText: /\(1\)$/ }).first();
  await counted.waitFor({ state: 'attached' });
  await further.getByLabel('Author').fill('nobody of this name');
  await paper.locator('[data-status]', { hasText: 'No paper has an author' }).waitFor();
});

test('filters without words list the papers that they let through', async () => {
  const page = await reader.open(`${inject('rootUrl')}search/?venue=ICLR`);
  const found = await countFound(page);
  expect(found).toBeGreaterThan(5);
  const option = page.locator('select[name=venue] option:checked');
  expect(await option.innerText()).toBe(`ICLR (${found})`);
});
