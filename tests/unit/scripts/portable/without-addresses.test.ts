import { describe, expect, it } from 'vitest';
import { withoutAddresses } from '../../../../scripts/portable/without-addresses.ts';
import { citationFormats, writeCitations } from '../../../../src/export/citation-formats.ts';
import { hardPapers } from '../../../fixtures/export/hard-papers.ts';

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
