import { expect, test } from 'vitest';
import { isPacked } from '../../../src/packs/is-packed.ts';
import { mediaType } from '../../../src/packs/media-type.ts';

test.each([
  ['papers/x/index.html', 'text/html; charset=utf-8'],
  ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['_astro/a.b-c.woff2', 'font/woff2'],
  ['pagefind/wasm.en.pagefind', 'application/octet-stream'],
  ['CNAME', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(mediaType(path)).toBe(type);
});

test('what readers open is packed; what other programs read, and the packs themselves, are not', () => {
  const packed = [
    'index.html',
    'offline/index.html',
    'papers/sw.js/index.html',
    'days/2025-03-11.bib',
  ];
  expect(packed.filter((path) => !isPacked(path))).toEqual([]);
  const others = [
    'sw.js',
    '_headers',
    'offline/packs/a.pack',
    'offline/latest.json',
    'sitemap-pages.xml',
  ];
  expect(
    [
      ...[...others, 'feeds/days.xml', 'papers.csl.json'],
      ...['api/papers.jsonl', 'llms.txt', 'papers/x.md', 'volumes/1.md'],
    ].filter(isPacked),
  ).toEqual([]);
});
