import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/metadata/fact.ts';
import { mergeMetadata } from '../../../src/metadata/merge-metadata.ts';

const venue = (value: string, source: string, date = '2025-03-11'): Fact => ({
  ...{ paper: 'p', field: 'venue', value, source, date, match: 'id' },
});
const votes = (value: number, source: string, date: string): Fact => ({
  ...{ paper: 'p', field: 'votes', value, source, date, match: 'id' },
});

describe('mergeMetadata', () => {
  it.each<[string, Fact[], string]>([
    ['arXiv before a bibliography', [venue('A', 'arxiv'), venue('B', 'books', '2026-01-01')], 'A'],
    ['the maintainer before arXiv', [venue('A', 'maintainer'), venue('B', 'arxiv')], 'A'],
    ['the later of two bibliographies', [venue('A', 'x', '2026-01-01'), venue('B', 'y')], 'A'],
  ])('trusts %s, in any order', (_, facts, expected) => {
    expect(mergeMetadata([], facts).metadata.venue).toBe(expected);
    expect(mergeMetadata([], facts.toReversed()).metadata.venue).toBe(expected);
  });

  it('dates a paper as the source of its venue does, not by its preprint', () => {
    const published = (value: string, source: string): Fact => ({
      ...{ paper: 'p', field: 'published', value, source, date: '2025-03-11', match: 'id' },
    });
    const dates = [published('2024', 'books'), published('2023-11-04', 'arxiv')];
    expect(mergeMetadata([], [...dates, venue('ICLR', 'books')]).metadata.published).toBe('2024');
    expect(mergeMetadata([], [...dates, venue('A', 'arxiv')]).metadata.published).toBe(
      '2023-11-04',
    );
    expect(mergeMetadata([], [dates[1], venue('ICLR', 'books')]).metadata.published).toBe(
      '2023-11-04',
    );
  });

  it('takes the latest number of votes, whatever its source', () => {
    const captured = [
      { day: '2025-03-12', facts: { votes: 7 } },
      { day: '2025-03-11', facts: { votes: 5 } },
    ];
    const { metadata } = mergeMetadata(captured, [votes(3, 'arxiv', '2025-03-10')]);
    expect(metadata).toEqual({ votes: { count: 7, day: '2025-03-12' } });
  });

  const published = (value: string, source: string): Fact => ({
    ...{ paper: 'p', field: 'published', value, source, date: '2025-03-11', match: 'id' },
  });

  it('takes the date from the source of the venue, unless the maintainer has another', () => {
    const facts = [
      venue('ICLR', 'books'),
      published('2024', 'books'),
      published('2023-10', 'arxiv'),
    ];
    expect(mergeMetadata([], facts).metadata.published).toBe('2024');
    expect(mergeMetadata([], facts.slice(1)).metadata.published).toBe('2023-10');
    const own = [...facts, published('2025', 'maintainer')];
    expect(mergeMetadata([], own).metadata.published).toBe('2025');
  });

  it('takes no record that may be the paper for a fact of it', () => {
    const candidate: Fact = {
      ...{ paper: 'p', field: 'candidate', source: 'arxiv', date: '2025-03-11', match: 'title' },
      value: { id: '2503.00001', decision: 'open' },
    };
    expect(mergeMetadata([], [candidate])).toEqual({ metadata: {} });
  });

  it('takes id and LaTeX apart, and divides the names of captures', () => {
    const captured = [
      { day: '2025-03-11', facts: { arxivId: '2503.00001', authors: ['Ada King Lovelace'] } },
    ];
    const title: Fact = {
      ...{ paper: 'p', field: 'title', value: 'On $k$', source: 'arxiv' },
      ...{ date: '2025-03-11', match: 'id' },
    };
    expect(mergeMetadata(captured, [title])).toEqual({
      arxivId: '2503.00001',
      metadata: { authors: [{ family: 'Lovelace', given: 'Ada King' }] },
      latex: { title: 'On $k$' },
    });
  });

  it('takes of captures what has the form of facts only', () => {
    const facts = {
      ...{ categories: ['```', 'cs.CL', 'Machine learning', ''], doi: '<script>', stars: -1 },
      ...{ venue: 'x'.repeat(501), organisation: 'Org', code: 'javascript:alert(1)' },
    };
    expect(mergeMetadata([{ day: '2025-03-11', facts }])).toEqual({
      metadata: { categories: ['cs.CL'], organisation: 'Org' },
    });
    const tags = { categories: ['Technology', '{}'] };
    expect(mergeMetadata([{ day: '2025-03-11', facts: tags }])).toEqual({ metadata: {} });
  });

  it('reads the accents of names, as arXiv’s mails write them', () => {
    const facts = { authors: ['Bj\\"orn {\\L}uk\\\'a\\v{s}', "Jos\\'e Garc\\'{\\i}a"] };
    expect(mergeMetadata([{ day: '2025-03-11', facts }]).metadata.authors).toEqual([
      { family: 'Łukáš', given: 'Björn' },
      { family: 'García', given: 'José' },
    ]);
  });
});
