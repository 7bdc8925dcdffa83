import { nameInOrder } from './citation-format.ts';
import type { DescribedPaper } from './export-paper.ts';

/** What the site is called and where it is. */
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
 * A paper as schema.org has it. The site is that of the page and no journal: authors and date are there
 * only where a source knows them.
 * @see https://schema.org/ScholarlyArticle
 */
export function describePaper(paper: DescribedPaper, site: DescribedSite): JsonLd {
  const { title, abstract, url, authors, published, arxivId } = paper;
  return {
    ...context,
    '@type': 'ScholarlyArticle',
    name: title.plain,
    ...(abstract.plain && { abstract: abstract.plain }),
    ...(authors && {
      author: authors.map((author) => ({ '@type': 'Person', name: nameInOrder(author) })),
    }),
    ...(published && { datePublished: published }),
    ...(arxivId && { sameAs: `https://arxiv.org/abs/${arxivId}` }),
    inLanguage: site.language,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url, isPartOf: nameSite(site) },
  };
}

/**
 * A page of papers as schema.org has it.
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
 * The site as schema.org has it, with how it is searched.
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
