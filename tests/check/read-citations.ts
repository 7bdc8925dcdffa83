import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** The entries of a file of citations, as citation-js reads them; it finds out the format itself. */
export function readCitations(text: string): Cite['data'] {
  return new Cite(text).data;
}

/** Stands for a formula in what is read of BibTeX. */
export const formulaMark = '\uE000';

/** BibTeX with a mark for each formula: citation-js knows a part of LaTeX only, and spells that its own way. */
export function markFormulas(bibtex: string): string {
  let marked = '';
  let end = 0;
  for (const { index } of bibtex.matchAll(/\{\$/g)) {
    if (index < end) continue;
    marked += bibtex.slice(end, index) + formulaMark;
    // As BibTeX does, which counts `\{` too.
    let open = 0;
    end = index;
    do {
      if (bibtex[end] === '{') open++;
      if (bibtex[end] === '}') open--;
      end++;
    } while (open > 0 && end < bibtex.length);
  }
  return marked + bibtex.slice(end);
}
