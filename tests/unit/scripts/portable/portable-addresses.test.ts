import { describe, expect, it } from 'vitest';
import {
  fileOf,
  makeStylesPortable,
  rootSeenFrom,
  toRelative,
  withoutAddresses,
} from '../../../../scripts/portable/portable-addresses.ts';
import { citationFormats, writeCitations } from '../../../../src/export/citation-formats.ts';
import { hardPapers } from '../../../fixtures/export/hard-papers.ts';

const unpublished = { siteUrl: new URL('http://localhost:4321/'), isPublished: false };
const underPath = { siteUrl: new URL('https://example.org/archive/'), isPublished: true };
const paper = 'papers/x/index.html';

describe('an address of the site', () => {
  it.each([
    ['/', '../../index.html'],
    ['/days/2025-03-11/', '../../days/2025-03-11/index.html'],
    ['/days/2025-03-11/#paper-x', '../../days/2025-03-11/index.html#paper-x'],
    ['/search/?q=a/b', '../../search/index.html?q=a/b'],
    ['/#calendar', '../../index.html#calendar'],
    ['/papers.csl.json', '../../papers.csl.json'],
    ['/a%20b.txt', '../../a%20b.txt'],
  ])('leads to a file: %s → %s', (address, relative) => {
    expect(toRelative(address, paper, unpublished)).toBe(relative);
  });

  it('depends on the base', () => {
    expect(toRelative('/archive/saved/', 'index.html', underPath)).toBe('./saved/index.html');
    expect(fileOf('/archive/a%20b.txt', underPath)).toBe('a b.txt');
    expect(fileOf('/elsewhere/', underPath)).toBeUndefined();
  });

  it.each(['#main', 'https://example.org/', '//example.org/', 'mailto:a@example.org', ''])(
    'is none: %s',
    (address) => {
      expect(toRelative(address, paper, unpublished)).toBe(address);
    },
  );

  it('of what only the web has leads to the web, or nowhere', () => {
    expect(toRelative('/archive/feeds/days.xml', paper, underPath)).toBe(
      'https://example.org/archive/feeds/days.xml',
    );
    expect(toRelative('/feeds/days.xml', paper, unpublished)).toBeUndefined();
  });
});

it('the root is seen from every depth', () => {
  expect(['index.html', 'saved/index.html', paper].map(rootSeenFrom)).toEqual([
    './',
    '../',
    '../../',
  ]);
});

it('a style sheet finds its fonts from where it stands', () => {
  const css =
    '@font-face{src:url(/archive/_astro/a.woff2)format("woff2"),local("A")}b{background:url("data:image/svg+xml,x")}';
  const made = makeStylesPortable(css, '_astro/base.css', {
    siteUrl: new URL('https://example.org/archive/'),
    isPublished: true,
  });
  expect(made.css).toBe(css.replace('/archive/_astro/', '../_astro/'));
  expect([...made.files]).toEqual(['_astro/a.woff2']);
});

const siteUrl = new URL('/', hardPapers[0]?.url);
const nowhere = { siteUrl, isPublished: false };

describe.each(citationFormats)('$name', (format) => {
  const whole = writeCitations(format, hardPapers);
  const bare = writeCitations(
    format,
    hardPapers.map((paper) => ({ ...paper, url: '' })),
  );

  it('of a site that is published nowhere is as if it were written without addresses', () => {
    expect(whole).toContain(siteUrl.href);
    expect(withoutAddresses(whole, nowhere)).toBe(bare);
    expect(bare).not.toContain(siteUrl.href);
  });

  it('of a published site keeps them', () => {
    expect(withoutAddresses(whole, { siteUrl, isPublished: true })).toBe(whole);
  });
});

it('takes the address out of the data of a page, and no other', () => {
  const data = (url: string): string => JSON.stringify({ url, title: `of ${siteUrl.href}` });
  expect(withoutAddresses(data(`${siteUrl.href}papers/x/`), nowhere)).toBe(data(''));
  expect(withoutAddresses(data('https://elsewhere.example/'), nowhere)).toBe(
    data('https://elsewhere.example/'),
  );
});
