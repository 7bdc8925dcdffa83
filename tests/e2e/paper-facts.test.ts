import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

const openPaper = (slug: string): Promise<Page> =>
  reader.open(`${inject('rootUrl')}papers/${slug}/`);

test('a paper has its authors, venue, votes of a day, and links', async () => {
  const page = await openPaper('self-improving-robust-preference-optimization');
  const facts = page.locator('.paper-facts');
  expect(await facts.innerText()).toMatch(/\bICLR 2025\b.*\b\d+ votes on \d+ \w+ 202\d\b/s);
  const authors = facts.locator('.authors a');
  expect(await authors.first().innerText()).toBe('Eugene Choi');
  const hrefs = await authors.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  expect(hrefs).toHaveLength(5);
  expect(decodeURIComponent(hrefs[0] ?? '')).toMatch(/\/search\/\?q=author:"Eugene Choi"$/);
  for (const name of ['arXiv 2406.01660', 'PDF', 'Hugging Face'])
    expect(await facts.getByRole('link', { name, exact: true }).getAttribute('href')).toMatch(
      /^https:\/\/(?:arxiv\.org|huggingface\.co)\/\S*2406\.01660/,
    );
});

test('a paper has its code and project page', async () => {
  const page = await openPaper('distilling-diversity-and-control-in-diffusion-models');
  for (const name of ['Code', 'Project page'])
    expect(await page.locator('.paper-facts').getByRole('link', { name }).count()).toBe(1);
});

test('many authors are collapsed, and can be shown', async () => {
  const page = await openPaper('aim-2024-challenge-on-uhd-blind-photo-quality-assessment');
  const last = page.locator('.paper-facts .authors a').last();
  expect(await last.isVisible()).toBe(false);
  await page.locator('.paper-facts summary', { hasText: 'and 34 more' }).click();
  expect(await last.isVisible()).toBe(true);
});

test('a paper of which nothing else is known has no empty labels', async () => {
  const page = await openPaper(
    'a-sdm-accelerating-stable-diffusion-through-model-assembly-and-feature',
  );
  expect(await page.locator('.paper-facts').innerText()).toBe('');
  expect(await page.locator('.paper-facts *').count()).toBe(0);
});
