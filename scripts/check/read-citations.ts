import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** The entries of a file of citations, as citation-js reads them; it finds out the format itself. */
export function readCitations(text: string): Cite['data'] {
  return new Cite(text).data;
}
