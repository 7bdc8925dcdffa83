import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** The font switches of plain TeX, which citation-js, unlike biber and pandoc, cannot read within a formula. */
const fontSwitch = /\\(?:bf|em|it|rm|sc|sf|sl|tt)(?![a-zA-Z])/g;

/** The entries of a file of citations, as citation-js reads them; it finds out the format itself. */
export function readCitations(text: string): Cite['data'] {
  return new Cite(text.replace(fontSwitch, '')).data;
}
