import { makeFormulaKeys } from '../search/formula-key.ts';

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#x3C;': '<',
  '&#x26;': '&',
};

/**
 * A paper page as it is indexed: each formula, which KaTeX writes three times, as its TeX once and the
 * keys it is found by.
 */
export function makeSearchable(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<span class="formula"', at);
    if (start < 0) break;
    const end = endOfSpan(html, start);
    const tex = /<annotation[^>]*>(.*?)<\/annotation>/s.exec(html.slice(start, end))?.[1] ?? '';
    const latex = tex.replace(/&(?:[a-z]+|#x[0-9A-F]+);/g, (entity) => entities[entity] ?? entity);
    // A key is a word by itself: it waits for the end of the word that the formula stands in.
    const word = /^[^\s<]*/.exec(html.slice(end, end + 100))?.[0] ?? '';
    parts.push(html.slice(at, start), tex, word, ` ${makeFormulaKeys(latex).join(' ')} `);
    at = end + word.length;
  }
  return parts.join('') + html.slice(at);
}

/** Where the span that begins at `start` ends; spans nest. */
function endOfSpan(html: string, start: number): number {
  const tags = /<(\/?)span\b/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tag.index + '</span>'.length;
  }
  return html.length;
}
