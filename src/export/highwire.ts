import { nameInverted } from './citation-format.ts';
import type { DescribedPaper } from './export-paper.ts';

/**
 * What Zotero, Google Scholar and their like read from a page's `meta` elements: names and contents in
 * order. What is not known has none: a capture's day is no date of publication.
 * @param language BCP 47
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function listHighwire(
  paper: DescribedPaper,
  language: string,
): [name: string, content: string][] {
  const { title, abstract, url, authors = [], published, arxivId } = paper;
  const tags: [name: string, content: string | undefined][] = [
    ['title', title.plain],
    ...authors.map((author): [string, string] => ['author', nameInverted(author)]),
    ['publication_date', published?.replaceAll('-', '/')],
    ['arxiv_id', arxivId],
    ['abstract', abstract.plain],
    ['language', language],
    ['public_url', url],
    ['abstract_html_url', url],
  ];
  return tags.flatMap(([name, content]) => (content ? [[`citation_${name}`, content]] : []));
}
