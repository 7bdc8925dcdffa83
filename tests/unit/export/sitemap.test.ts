import { expect, test } from 'vitest';
import { writeRobots, writeSitemap } from '../../../src/export/sitemap.ts';

test('a sitemap has addresses, escaped, and dates where they are known', () => {
  expect(
    writeSitemap(
      [{ url: 'https://a.org/?a&b', updated: '2025-03-11' }, { url: 'https://a.org/' }],
      'urlset',
    ),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://a.org/?a&#x26;b</loc>
    <lastmod>2025-03-11</lastmod>
  </url>
  <url>
    <loc>https://a.org/</loc>
  </url>
</urlset>
`);
  expect(writeSitemap([{ url: 'https://a.org/b.xml' }], 'sitemapindex')).toContain(
    '<sitemap>\n    <loc>https://a.org/b.xml</loc>',
  );
});

test('crawlers are told where the sitemap is, or to stay away', () => {
  expect(writeRobots('https://a.org/s.xml', false)).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://a.org/s.xml\n',
  );
  expect(writeRobots('https://a.org/s.xml', true)).toBe('User-agent: *\nDisallow: /\n');
});
