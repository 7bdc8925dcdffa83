import { formulaToText } from '../render/formula-to-text.ts';
import { makeDayKey, makeFormulaKeys, makeIdentityKey, mathKey } from '../search/formula-key.ts';
import { endTitle, hideWords, markFormula } from '../search/indexed-text.ts';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Text of HTML without its character references. */
function decode(text: string): string {
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|([a-z]+));/g, (whole, hex?: string, name?: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (named[name ?? ''] ?? whole),
  );
}

/** Text as HTML. */
function encode(text: string): string {
  return text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;' })[c] ?? '&gt;');
}

/** A tag with attributes as the build writes them: all values in double quotes. */
const tag = /<[a-z][^"<>]*(?:"[^"]*"[^"<>]*)*>/g;

/**
 * The title of a paper page as it is typeset, where it has formulas: phrasing content as the build
 * wrote it, but with `data-style` for `style`: it is shown on pages whose policy forbids that in HTML.
 */
export function findTypesetTitle(html: string): string | undefined {
  const title = /<h1\b[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
  if (!title.includes('<span class="formula"')) return undefined;
  return title.trim().replace(tag, (whole) => whole.replace(' style="', ' data-style="'));
}

/**
 * A paper page as it is indexed: each formula, which KaTeX writes three times, once as readable text,
 * and hidden its TeX and the keys it is found by, those of its TeX and those of what was captured; each
 * day as its key, and one where there are formulas or where the paper has another identity than its slug.
 */
export function makeSearchable(page: string): string {
  const html = page.replace('</h1>', `${endTitle(findTypesetTitle(page) !== undefined)}</h1>`);
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<span class="formula"', at);
    if (start < 0) break;
    const end = endOfSpan(html, start);
    const formula = html.slice(start, end);
    const tex = decode(/<annotation[^>]*>(.*?)<\/annotation>/s.exec(formula)?.[1] ?? '');
    const captured = decode(/^<span[^>]* data-captured="([^"]*)"/.exec(formula)?.[1] ?? '');
    const keys = new Set([tex, captured].flatMap(makeFormulaKeys));
    // A key is a word by itself: it waits for the end of the word that the formula stands in, which
    // spans that keep lines from breaking may begin or end in.
    const word = /^(?:[^\s<]|<\/span>|<span class="unbroken">)*/.exec(html.slice(end, end + 200));
    const rest = word?.[0] ?? '';
    const readable = encode(markFormula(formulaToText(tex)));
    parts.push(html.slice(at, start), readable, rest, hideWords([encode(tex), ...keys]));
    at = end + rest.length;
  }
  parts.push(html.slice(at));
  return parts
    .join('')
    .replace('<span hidden data-pagefind-math></span>', hideWords([mathKey]))
    .replace(/<span hidden data-pagefind-day="([^"]*)"><\/span>/g, (_, date: string) =>
      hideWords([makeDayKey(date)]),
    )
    .replace(/<span hidden data-pagefind-identity="([^"]*)"><\/span>/, (_, identity: string) =>
      hideWords([makeIdentityKey(identity)]),
    );
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
