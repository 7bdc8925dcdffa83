/** What a reader sees of HTML that the renderer made. */
export interface ReadHtml {
  /** All text; a formula is its captured text, a paragraph ends in a space. */
  text: string;
  /** The text of each `as-captured` element. */
  marked: string[];
  /** The text nodes outside formulas and `as-captured` elements. */
  plain: string[];
  /** The `data-captured` of each formula. */
  formulas: string[];
  /** The names of the elements outside formulas, each once. */
  tags: string[];
}

const token = /<(\/?)([a-z0-9]+)((?:"[^"]*"|'[^']*'|[^'">])*)>|<!--.*?-->|[^<]+/gsu;

/** Reads HTML as the renderer writes it: elements well nested, none without an end. */
export function readHtml(html: string): ReadHtml {
  const read: ReadHtml = { text: '', marked: [], plain: [], formulas: [], tags: [] };
  const tags = new Set<string>();
  const open: string[] = [];
  /** How deep the stack was where the formula or marked element began; 0 outside both. */
  let formula = 0;
  let marked = 0;
  for (const [whole, isEnd, tag, attributes] of html.matchAll(token)) {
    if (tag === undefined) {
      if (whole.startsWith('<!--') || formula > 0) continue;
      const text = decode(whole);
      read.text += text;
      if (marked > 0) read.marked[read.marked.length - 1] += text;
      else read.plain.push(text);
    } else if (isEnd) {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing in ${html}`);
      if (open.length < formula) formula = 0;
      if (open.length < marked) marked = 0;
      if (tag === 'p') read.text += ' ';
    } else if (!attributes?.endsWith('/')) {
      open.push(tag);
      if (formula > 0) continue;
      tags.add(tag);
      const captured = /data-captured="([^"]*)"/.exec(attributes ?? '')?.[1];
      if (captured !== undefined) {
        formula = open.length;
        read.formulas.push(decode(captured));
        read.text += decode(captured);
      } else if (attributes?.includes('as-captured')) {
        marked = open.length;
        read.marked.push('');
      }
    }
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> stays open in ${html}`);
  return { ...read, tags: [...tags] };
}

function decode(text: string): string {
  return text.replace(/&#x([0-9A-F]+);/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** A text with every stretch of white space as one space: what a browser makes of it. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
