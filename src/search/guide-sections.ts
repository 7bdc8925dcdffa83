import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { foldWords } from '../text/fold-words.ts';
import type { GuideSection } from './match-guide.ts';

/** A heading of a page, as Astro lists it. */
interface Heading {
  /** The `id` of its element. */
  slug: string;
  text: string;
}

/**
 * The sections of a page of the guide: its beginning, and one for each heading.
 * @param source MDX; its imports and components are left out
 * @param headings those of the page, in order
 * @throws {Error} if `headings` are not those of `source`
 */
export function splitGuidePage(
  page: { name: string; title: string },
  source: string,
  headings: readonly Heading[],
): GuideSection[] {
  const parts: { title: string; anchor?: string; text: string }[] = [
    { title: page.title, text: '' },
  ];
  for (const node of unified().use(remarkParse).parse(source).children) {
    const text = readText(node);
    if (node.type === 'heading') {
      const heading = headings[parts.length - 1];
      if (heading?.text !== text)
        throw new Error(`Astro lists no heading "${text}" on the page ${page.name} of the guide.`);
      parts.push({ title: text, anchor: heading.slug, text: '' });
    } else if (!/^(import|export) /.test(text)) {
      const part = parts[parts.length - 1];
      if (part) part.text += ` ${text}`;
    }
  }
  return parts.map(({ title, anchor, text }) => ({
    page: page.name,
    title,
    anchor,
    words: [...new Set(foldWords(`${title} ${text}`))].join(' '),
  }));
}

function readText(node: Nodes): string {
  if ('children' in node) return node.children.map(readText).join('');
  return 'value' in node && node.type !== 'html' ? node.value : '';
}
