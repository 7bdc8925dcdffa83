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

test('what readers open is packed; what hosts read, and the packs themselves, are not', () => {
  expect(
    ['index.html', 'offline/index.html', 'papers/sw.js/index.html'].filter(isPacked),
  ).toHaveLength(3);
  expect(
    ['api/papers.jsonl', 'llms.txt', 'papers/x.md', 'feeds/days.xml', 'months/2025-03.bib'].filter(
      isPacked,
    ),
  ).toEqual([]);
  expect(isPacked('days/2025-03-11.csl.json')).toBe(true);
  expect(['sw.js', '_headers', 'offline/a.pack', 'offline/latest.json'].filter(isPacked)).toEqual(
    [],
  );
});
