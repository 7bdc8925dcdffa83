import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { writeAtom } from '../../../src/export/atom.ts';
import { makeDayEntry, makePaperEntry } from '../../../src/export/feed-entries.ts';
import { makeFeed, makeFeedPaper } from './make-feed.ts';

const paper = makeFeedPaper(
  [{ text: 'Low Rank in ' }, { captured: 'O(n^2)', latex: 'O(n^2)' }, { text: ' & Less' }],
  [
    { text: 'We take ' },
    { captured: 'R in R^d', latex: 'R\\in \\mathbb{R}^d' },
    { text: ' where <b> is no tag, and leave ' },
    { text: 'x^foo', unproven: true },
    { text: '.\n\nCode: https://github.com/a/b.' },
  ],
);

describe('writeAtom', () => {
  it('writes an entry with mathematics', async () => {
    await expect(writeAtom(makeFeed([paper]))).toMatchFileSnapshot('../../fixtures/entry.atom.xml');
  });

  it('is read back by another program', () => {
    const feed = parseAtomFeed(writeAtom(makeFeed([paper])));
    expect(feed.updated).toBe('2025-03-14T00:00:00Z');
    expect(feed.links?.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
      'self https://example.org/archive/feeds/papers.xml',
      'alternate https://example.org/archive/',
      'alternate https://example.org/archive/feeds/papers.json',
      'prev-archive https://example.org/archive/feeds/papers/2.xml',
    ]);
    expect(feed.authors).toEqual([{ name: 'Dayleaf' }]);
    const [entry] = feed.entries ?? [];
    expect(entry).toMatchObject({
      title: { value: 'Low Rank in O(n²) & Less' },
      updated: '2025-03-14T00:00:00Z',
      categories: [{ term: 'code' }],
      summary: { value: paper.abstractText },
      content: { type: 'html' },
    });
    expect(entry.published).toBeUndefined();
    expect(entry.content?.value).toContain(paper.abstractHtml);
    expect(entry.links?.[1].href).toBe('https://github.com/a/b?c=1&d=2');
  });

  it('says of a document of the archive what it is, and where the others are', () => {
    const address = 'https://example.org/archive/feeds/papers';
    const feed = parseAtomFeed(
      writeAtom(
        makeFeed([paper], { addresses: { atom: `${address}/2.xml`, current: `${address}.xml` } }),
      ),
    );
    expect(feed.links?.map(({ rel, href }) => [rel, href])).toContainEqual([
      'current',
      `${address}.xml`,
    ]);
    expect(writeAtom(makeFeed([paper]))).not.toContain('<fh:archive');
    expect(
      writeAtom(
        makeFeed([paper], { addresses: { atom: 'https://a.b/', current: 'https://a.b/c' } }),
      ),
    ).toContain('<fh:archive />');
    expect(writeAtom(makeFeed([], { isComplete: true }))).toContain('<fh:complete />');
  });

  it('gives a day the date of its page, and of its last rewording', () => {
    const day = makeDayEntry({
      date: '2025-03-10',
      title: '10 March 2025',
      url: 'https://example.org/archive/days/2025-03-10/',
      papers: [paper],
      isBrief: false,
    });
    const [entry] = parseAtomFeed(writeAtom(makeFeed([], { entries: [day] }))).entries ?? [];
    expect(entry).toMatchObject({
      published: '2025-03-10T00:00:00Z',
      updated: '2025-03-11T00:00:00Z',
      summary: { value: 'Low Rank in O(n²) & Less' },
    });
    expect(entry.content?.value).toContain(paper.abstractHtml);
  });

  it('writes an abstract once, unless a reader may drop its mathematics', () => {
    const plain = makeFeedPaper([{ text: 'Less' }], [{ text: 'We take all of it.' }]);
    const xml = writeAtom(makeFeed([plain]));
    expect(xml.split('We take all of it.')).toHaveLength(2);
    expect(xml).not.toContain('<summary');
  });

  it('leaves the abstracts of brief entries to the feed of papers', () => {
    const day = makeDayEntry({
      date: '2025-03-10',
      title: '10 March 2025',
      url: 'https://example.org/archive/days/2025-03-10/',
      papers: [paper],
      isBrief: true,
    });
    const xml = writeAtom(makeFeed([], { entries: [day, makePaperEntry(paper)] }));
    const [ofDay, ofPaper] = parseAtomFeed(xml).entries ?? [];
    expect(ofDay.content?.value).toContain(`<a href="${paper.url}">${paper.titleHtml}</a>`);
    expect(ofDay.summary?.value).toBe(paper.title);
    expect(ofPaper).toMatchObject({
      title: { value: paper.title },
      links: [{ href: paper.url, rel: 'alternate' }, { rel: 'related' }],
    });
    expect(ofPaper.content).toBeUndefined();
    expect(xml).not.toContain('We take');
  });

  it('is well formed for any captured text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(']]>', '<!--', '&#0;', '\u0000\u0008\uFFFE', '\uD800'),
    );
    const [entry] = makeFeed([paper]).entries;
    const write = (title: string, summary: string): string =>
      writeAtom(
        makeFeed([], { entries: [{ ...entry, content: undefined, links: [], title, summary }] }),
      );
    const tags = (xml: string): number => xml.split('<').length;
    const usual = tags(write('a', 'b'));
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const xml = write(title || 'a', summary || 'b');
        const isWritable = !/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(
          xml,
        );
        const isEscaped = !/&(?!(?:amp|lt|gt|quot|apos|#x[\dA-F]+|#\d+);)|\]\]>/i.test(xml);
        return isWritable && isEscaped && tags(xml) === usual;
      }),
    );
  });
});
