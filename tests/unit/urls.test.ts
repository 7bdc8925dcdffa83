import { expect, test } from 'vitest';
import {
  absoluteUrl,
  authorUrl,
  dataIndexUrl,
  dayAnchor,
  dayDataUrl,
  dayUrl,
  entryAnchor,
  homeUrl,
  llmsUrl,
  lookUps,
  monthUrl,
  paperMarkdownUrl,
  papersDataUrl,
  paperUrl,
  schemaUrl,
  searchUrl,
  weekUrl,
  withBase,
} from '../../src/urls.ts';

test('every address has the base, once', () => {
  expect(homeUrl()).toBe('/archive/');
  expect(dayUrl('2025-03-11')).toBe('/archive/days/2025-03-11/');
  expect(weekUrl('2025-W11')).toBe('/archive/weeks/2025-W11/');
  expect(monthUrl('2025-03')).toBe('/archive/months/2025-03/');
  expect(paperUrl('a-paper')).toBe('/archive/papers/a-paper/');
  expect(withBase('favicon.svg')).toBe('/archive/favicon.svg');
});

test('data has addresses that name what it is', () => {
  expect(paperMarkdownUrl('a-paper')).toBe('/archive/papers/a-paper.md');
  expect(papersDataUrl()).toBe('/archive/api/papers.jsonl');
  expect(dayDataUrl('2025-03-11')).toBe('/archive/api/days/2025-03-11.json');
  expect(dataIndexUrl()).toBe('/archive/api/index.json');
  expect(schemaUrl('paper')).toBe('/archive/api/schemas/v3/paper.schema.json');
  expect(llmsUrl()).toBe('/archive/llms.txt');
});

test.each([
  ['Ada Lovelace', 'author:"Ada Lovelace"'],
  ['Robert "Bobby"\nTables', 'author:"Robert Bobby Tables"'],
  ['A&B #1 <b>?', 'author:"A&B #1 <b>?"'],
])('the search for the author %j is for %s', (name, query) => {
  const url = new URL(authorUrl(name), 'https://example.org');
  expect(url.pathname).toBe('/archive/search/');
  expect(Object.fromEntries(url.searchParams)).toEqual({ q: query });
});

test('a query is escaped', () => {
  expect(searchUrl('O(n^2) & more')).toBe('/archive/search/?q=O(n%5E2)%20%26%20more');
  expect(searchUrl('')).toBe('/archive/search/');
});

test('a title is looked up as text, whatever stands in it', () => {
  const title = 'K-Sort & Co.: O(n²) 100% "faster"?';
  const urls = lookUps(title).map(({ url }) => new URL(url));
  expect(urls.map(({ host }) => host)).toEqual([
    'arxiv.org',
    'huggingface.co',
    'www.semanticscholar.org',
    'scholar.google.com',
  ]);
  for (const { searchParams, hash } of urls) {
    expect(searchParams.get('q') ?? searchParams.get('query')).toBe(title);
    expect(hash).toBe('');
  }
});

test('absolute addresses are of the site', () => {
  expect(absoluteUrl(paperUrl('a-paper'))).toBe('https://example.org/archive/papers/a-paper/');
});

test('a paper has one anchor on its day page', () => {
  expect(entryAnchor('a-paper')).toBe('paper-a-paper');
});

test('a day has one anchor on the pages of its week and month', () => {
  expect(dayAnchor('2025-03-11')).toBe('day-2025-03-11');
});
