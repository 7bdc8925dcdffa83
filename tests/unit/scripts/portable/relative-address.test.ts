import { describe, expect, it } from 'vitest';
import { fileOf, rootSeenFrom, toRelative } from '../../../../scripts/portable/relative-address.ts';

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

  it('is told by the base', () => {
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
