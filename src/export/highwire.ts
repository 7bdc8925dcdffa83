import { arxivPdf } from '../metadata/addresses.ts';
import type { Author } from '../metadata/metadata.ts';
import { describePublication } from '../metadata/publication.ts';
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
  const { title, abstract, url, arxivId, metadata } = paper;
  const { authors = [], venue, doi } = metadata;
  const { kind, date } = describePublication(metadata);
  const tags: [name: string, content: string | undefined][] = [
    ['title', title.plain],
    ...authors.map((author): [string, string] => ['author', nameInverted(author)]),
    ['publication_date', date?.replaceAll('-', '/')],
    [kind === 'conference' ? 'conference_title' : 'journal_title', venue],
    ['doi', doi],
    ['arxiv_id', arxivId],
    ['pdf_url', arxivId && arxivPdf(arxivId)],
    ['abstract', abstract.plain],
    ['language', language],
    ['public_url', url],
    ['abstract_html_url', url],
  ];
  return tags.flatMap(([name, content]) => (content ? [[`citation_${name}`, content]] : []));
}

/** Returns the author that a tag names. */
export function readTagName(name: string): Author {
  const [family, ...given] = name.split(', ');
  return given.length > 0 ? { family, given: given.join(', ') } : { family };
}
