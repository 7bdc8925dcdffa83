import { arxivPage, doiPage } from '../metadata/addresses.ts';
import { describePublication } from '../metadata/publication.ts';
import { fullName } from '../metadata/split-name.ts';
import { type DescribedPaper, mostNamedAuthors } from './export-paper.ts';

/** The site, as its JSON-LD describes it. */
export interface DescribedSite {
  name: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** Absolute address of the home page. */
  url: string;
  /** Absolute address of the search page. */
  searchUrl: string;
}

/** A part of a collection. */
export interface DescribedPart {
  name: string;
  url: string;
}

/** A node of JSON-LD. */
export type JsonLd = Readonly<Record<string, unknown>>;

const context = { '@context': 'https://schema.org' };
const nameSite = ({ name, url }: DescribedSite): JsonLd => ({ '@type': 'WebSite', name, url });

/**
 * Returns a paper as schema.org describes it. The site is the publisher of the page, not a journal. What is not known is
 * left out.
 * @see https://schema.org/ScholarlyArticle
 */
export function describePaper(paper: DescribedPaper, site: DescribedSite): JsonLd {
  const { title, abstract, url, arxivId, metadata } = paper;
  const { authors, venue, doi } = metadata;
  const { kind, date } = describePublication(metadata);
  const sameAs = [arxivId && arxivPage(arxivId), doi && doiPage(doi), metadata.url].filter(Boolean);
  const identifier = [
    ...(arxivId ? [identify('arXiv', arxivId)] : []),
    ...(doi ? [identify('DOI', doi)] : []),
  ];
  return {
    ...context,
    '@type': 'ScholarlyArticle',
    name: title.plain,
    ...(abstract.plain && { abstract: abstract.plain }),
    ...(authors && {
      author: authors
        .slice(0, mostNamedAuthors)
        .map((author) => ({ '@type': 'Person', name: fullName(author) })),
    }),
    ...(date && { datePublished: date }),
    ...(venue && {
      isPartOf: { '@type': kind === 'journal' ? 'Periodical' : 'PublicationVolume', name: venue },
    }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(identifier.length > 0 && { identifier }),
    inLanguage: site.language,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url, isPartOf: nameSite(site) },
  };
}

const identify = (propertyID: string, value: string): JsonLd => ({
  '@type': 'PropertyValue',
  propertyID,
  value,
});

/**
 * Returns a page of papers as schema.org describes it.
 * @see https://schema.org/CollectionPage
 */
export function describeCollection(
  { name, url }: DescribedPart,
  parts: readonly DescribedPart[],
  site: DescribedSite,
): JsonLd {
  return {
    ...context,
    '@type': 'CollectionPage',
    name,
    url,
    isPartOf: nameSite(site),
    hasPart: parts.map((part) => ({ '@type': 'ScholarlyArticle', ...part })),
  };
}

/**
 * Returns the site as schema.org describes it, with its search.
 * @see https://schema.org/SearchAction
 */
export function describeSite(site: DescribedSite): JsonLd {
  return {
    ...context,
    ...nameSite(site),
    description: site.description,
    inLanguage: site.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.searchUrl}?q={query}` },
      'query-input': 'required name=query',
    },
  };
}
