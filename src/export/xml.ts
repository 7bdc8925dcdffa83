import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** Characters that XML 1.0 cannot contain, and lone surrogates. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** The same without lone surrogates; ten times as fast. */
const unwritableUnit = /[^\t\n\r\x20-\uFFFD]/;

/**
 * Replaces characters that XML cannot contain by U+FFFD.
 * @see https://www.w3.org/TR/xml/#charsets
 */
function toXmlText(text: string): string {
  if (text.isWellFormed() && !unwritableUnit.test(text)) return text;
  return text.replace(unwritable, '\uFFFD');
}

/** Returns an element; undefined attributes and content are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly (string | Element | undefined)[]
): Element {
  const clean = Object.entries(attributes).map(([key, value]) => [
    key,
    value === undefined ? undefined : toXmlText(value),
  ]);
  const parts = content.map((part) => (typeof part === 'string' ? toXmlText(part) : part));
  return x(name, Object.fromEntries(clean), parts);
}

/** Returns a document as text; elements that contain only elements have them on lines of their own, indented. */
export function writeXml(root: Element): string {
  const text = toXml(indent(root, '\n'), { closeEmptyElements: true });
  // The library does not escape `]]>`, which XML forbids in text.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replaceAll(']]>', ']]&gt;')}\n`;
}

function indent(node: Element, before: string): Element {
  const own = node.children.filter((child) => child.type === 'element');
  if (own.length === 0 || own.length < node.children.length) return node;
  const inner = `${before}  `;
  const children: ElementContent[] = own.flatMap((child) => [
    { type: 'text', value: inner },
    indent(child, inner),
  ]);
  return { ...node, children: [...children, { type: 'text', value: before }] };
}
