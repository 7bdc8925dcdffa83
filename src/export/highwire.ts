import { nameInverted } from './citation-format.ts';
import type { DescribedPaper } from './export-paper.ts';

/**
 * Returns the `meta` elements that Zotero and Google Scholar read: names and contents in order. Unknown facts are left
 * out; the day of a capture is no publication date.
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
