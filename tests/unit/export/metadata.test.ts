import { describe, expect, it } from 'vitest';
import { listHighwire, readTagName } from '../../../src/export/highwire.ts';
import {
  type DescribedSite,
  describeCollection,
  describePaper,
  describeSite,
} from '../../../src/export/json-ld.ts';
import { makeExported } from './make-cited.ts';

const site: DescribedSite = {
  name: 'Leaves',
  description: 'Papers, kept.',
  language: 'en',
  url: 'https://example.org/archive/',
  searchUrl: 'https://example.org/archive/search/',
};
const title = [{ text: 'Sorting in ' }, { captured: 'O(n^2)', latex: 'O(n^2)' }];
const unknown = makeExported(title, { abstract: 'It is slow.' });
const known = makeExported(title, {
  metadata: {
    authors: [{ family: 'Itô', given: 'Kiyosi' }, { family: 'Team' }],
    published: '2025-03-10',
    venue: 'ICLR',
    doi: '10.1000/a#b',
    url: 'https://openreview.example/forum?id=1',
  },
  arxivId: '2503.01234',
});

describe('Highwire tags', () => {
  it('say what is known, formulas as text, and nothing else', () => {
    expect(listHighwire(unknown, 'en')).toEqual([
      ['citation_title', 'Sorting in O(n²)'],
      ['citation_abstract', 'It is slow.'],
      ['citation_language', 'en'],
      ['citation_public_url', unknown.url],
      ['citation_abstract_html_url', unknown.url],
    ]);
  });

  it('name authors, date and arXiv id where a source does', () => {
    const tags = listHighwire(known, 'en');
    expect(tags.filter(([name]) => name === 'citation_author').map(([, who]) => who)).toEqual([
      'Itô, Kiyosi',
      'Team',
    ]);
    expect(Object.fromEntries(tags)).toMatchObject({
      citation_publication_date: '2025/03/10',
      citation_arxiv_id: '2503.01234',
      citation_pdf_url: 'https://arxiv.org/pdf/2503.01234',
      citation_doi: '10.1000/a#b',
      citation_conference_title: 'ICLR',
    });
    // There is no abstract here, and none is made up.
    expect(tags.map(([name]) => name)).not.toContain('citation_abstract');
  });
});

describe('the name in a Highwire tag', () => {
  it.each([
    { family: 'Itô', given: 'Kiyosi' },
    { family: 'Smith', given: 'John, Jr.' },
    { family: 'Dayleaf Team' },
    { family: '<b>"' },
  ])('is read back: %j', (author) => {
    const [tag] = listHighwire(
      makeExported(title, { metadata: { authors: [author] } }),
      'en',
    ).filter(([name]) => name === 'citation_author');
    expect(readTagName(tag?.[1] ?? '')).toEqual(author);
  });

  it('has no comma of a group, which would make it a person', () => {
    const authors = [{ family: 'Google, Inc.' }];
    expect(listHighwire(makeExported(title, { metadata: { authors } }), 'en')).toContainEqual([
      'citation_author',
      'Google Inc.',
    ]);
  });

  it('is in a journal tag where the venue is a journal', () => {
    const metadata = { venue: 'Journal of Leaves' };
    expect(listHighwire(makeExported(title, { metadata }), 'en')).toContainEqual([
      'citation_journal_title',
      'Journal of Leaves',
    ]);
  });
});

describe('JSON-LD', () => {
  it('describes a paper without author and date', () => {
    expect(describePaper(unknown, site)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      name: 'Sorting in O(n²)',
      abstract: 'It is slow.',
      inLanguage: 'en',
      url: unknown.url,
      mainEntityOfPage: {
        '@type': 'WebPage',
        '@id': unknown.url,
        isPartOf: { '@type': 'WebSite', name: 'Leaves', url: site.url },
      },
    });
  });

  it('describes a paper with them where a source knows them', () => {
    expect(describePaper(known, site)).toMatchObject({
      author: [
        { '@type': 'Person', name: 'Kiyosi Itô' },
        { '@type': 'Person', name: 'Team' },
      ],
      datePublished: '2025-03-10',
      isPartOf: { '@type': 'PublicationVolume', name: 'ICLR' },
      sameAs: [
        'https://arxiv.org/abs/2503.01234',
        'https://doi.org/10.1000/a%23b',
        'https://openreview.example/forum?id=1',
      ],
      identifier: [
        { '@type': 'PropertyValue', propertyID: 'arXiv', value: '2503.01234' },
        { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1000/a#b' },
      ],
    });
  });

  it('names a bounded number of authors', () => {
    const authors = Array.from({ length: 1000 }, (_, i) => ({ family: `Author ${i}` }));
    const { author } = describePaper(makeExported(title, { metadata: { authors } }), site);
    expect(author).toHaveLength(100);
  });

  it('describes a day by its papers, and the site by its search', () => {
    const part = { name: 'A', url: 'https://example.org/archive/papers/a/' };
    const day = describeCollection({ name: 'Day', url: 'https://example.org/d/' }, [part], site);
    expect(day).toMatchObject({
      '@type': 'CollectionPage',
      hasPart: [{ '@type': 'ScholarlyArticle', ...part }],
    });
    expect(describeSite(site).potentialAction).toMatchObject({
      target: { urlTemplate: 'https://example.org/archive/search/?q={query}' },
      'query-input': 'required name=query',
    });
  });
});
