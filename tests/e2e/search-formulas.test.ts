import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PagefindResult } from '../../src/client/search/pagefind.ts';
import { toIndexQuery } from '../../src/search/formula-key.ts';
import { makeReader, type Reader } from './reader.ts';
import { countFound, titles } from './search-answers.ts';

declare global {
  interface Window {
    /** Pagefind, put there by these tests. */
    pagefind: {
      search(query: string | null): Promise<{
        results: { id: string; data: () => Promise<PagefindResult> }[];
      }>;
    };
  }
}

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

test.each([
  ['\\epsilon', 'its TeX'],
  ['mtimes', 'what it was captured as'],
  ['R^{m\\times n}', 'its whole TeX'],
  ['R^{mtimes n}', 'its whole captured text'],
])('finds formulas by %s (%s)', async (query) => {
  const page = await reader.open(`${inject('rootUrl')}search/?q=${encodeURIComponent(query)}`);
  expect(await countFound(page)).toBeGreaterThan(0);
  if (query.includes('times')) {
    expect((await titles(page)).join('\n')).toContain(
      'Low Rank Matrix Completion via Robust Alternating',
    );
  }
});

describe('every formula of the seeds', () => {
  /** A formula, and the papers that have it. */
  interface Formula {
    captured: string;
    latex: string;
    papers: string[];
  }
  let page: Page;
  let formulas: Formula[];

  beforeAll(async () => {
    // This test's own script is none that the page's policy allows.
    page = await reader.open(`${inject('rootUrl')}search/`, { bypassCSP: true });
    await page.addScriptTag({
      type: 'module',
      content: "import * as pagefind from '/pagefind/pagefind.js'; window.pagefind = pagefind;",
    });
    await page.waitForFunction(() => 'pagefind' in window);
    formulas = await page.evaluate(async () => {
      const { results } = await window.pagefind.search(null);
      const found = new Map<string, Formula>();
      for (const result of results) {
        const { url } = await result.data();
        const text = await (await fetch(url)).text();
        const paper = new DOMParser().parseFromString(text, 'text/html');
        const formulas = paper.querySelectorAll(
          'article.paper h1 .formula, article.paper .main-text > .abstract .formula',
        );
        for (const formula of formulas) {
          const captured = formula.getAttribute('data-captured') ?? '';
          const latex = formula.querySelector('annotation')?.textContent ?? '';
          const key = `${captured} ${latex}`;
          const papers = new Set(found.get(key)?.papers).add(url);
          found.set(key, { captured, latex, papers: [...papers] });
        }
      }
      return [...found.values()];
    });
  });

  /** Those of the questions that do not find all papers they should. */
  const findMissed = (questions: { asked: string; papers: string[] }[]): Promise<string[]> =>
    page.evaluate(
      async (queries) => {
        const urls = new Map<string, string>();
        const missed: string[] = [];
        for (const { asked, query, papers } of queries) {
          const found = new Set<string | undefined>();
          for (const { id, data } of (await window.pagefind.search(query)).results) {
            if (!urls.has(id)) urls.set(id, (await data()).url);
            found.add(urls.get(id));
          }
          if (!papers.every((url) => found.has(url))) missed.push(`${asked} as ${query}`);
        }
        return missed;
      },
      questions.map((question) => ({ ...question, query: toIndexQuery(question.asked) })),
    );

  /** Nothing can be found that has nothing to spell. */
  const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
  /** One letter without dollars is a word, and found where it stands as one. */
  const isWord = (text: string): boolean => /^\p{L}$/u.test(text);

  test.each<[string, (formula: Formula) => string]>([
    ['as captured', ({ captured }) => captured],
    ['as TeX', ({ latex }) => latex],
    ['as TeX between dollars', ({ latex }) => `$${latex}$`],
  ])('is found %s', async (_, ask) => {
    expect(formulas.length).toBeGreaterThan(100);
    const questions = formulas
      .map((formula) => ({ asked: ask(formula), papers: formula.papers }))
      .filter(({ asked }) => hasLetters(asked) && !isWord(asked));
    expect(questions.length).toBeGreaterThan(0.8 * formulas.length);
    expect(await findMissed(questions)).toEqual([]);
  });
});
