import type { LaunchedChrome } from 'chrome-launcher';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { auditPage, type Category, launchForAudits } from '../bench/audit-page.ts';

/** Performance is measured by `npm run bench:lighthouse`: it depends on what else the machine does. */
const categories: readonly Category[] = ['accessibility', 'best-practices', 'seo'];

let chrome: LaunchedChrome;

beforeAll(async () => {
  chrome = await launchForAudits();
});
afterAll(() => chrome.kill());

describe('Lighthouse has nothing to say against', () => {
  test.each([
    '',
    'days/2025-03-14/',
    'papers/on-the-provable-advantage-of-unsupervised-pretraining/',
    'search/?q=diffusion',
  ])('/%s', async (path) => {
    const { scores, faults } = await auditPage(chrome, inject('rootUrl') + path, categories);
    expect(faults).toEqual([]);
    expect(scores).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 });
  });
});
