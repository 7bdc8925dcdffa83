import type { RewritingStream } from 'parse5-html-rewriting-stream';
import type { Edition } from './relative-address.ts';

/** The beginning of an element, with its attributes. */
export type StartTag = Parameters<RewritingStream['emitStartTag']>[0];

/** What a page asks for by a link in its head and needs on disk too. */
const keptLinks = new Set(['stylesheet', 'icon', 'canonical', 'prev', 'next', 'author', 'license']);

/** The type of data for scripts. */
const dataType = 'application/json';

/**
 * Whether an element has no use on disk, or would fail there. What a page says of itself as a part of a
 * served site has `data-web-only`.
 */
export function isLeftOut({ tagName, attrs }: StartTag, edition: Edition): boolean {
  const value = (name: string): string | undefined =>
    attrs.find((attribute) => attribute.name === name)?.value;
  if (value('data-web-only') !== undefined) return true;
  switch (tagName) {
    case 'link':
      return !keptLinks.has(value('rel') ?? '') || namesNowhere(value('href'), edition);
    case 'script':
      // Data stay, and what is no module for it comes before the page's first picture; the one script
      // has all else.
      return value('src') !== undefined || ![undefined, dataType].includes(value('type'));
    case 'meta':
      // A policy allows what comes from the page's own host, and a file has none.
      return (
        /^content-security-policy$/i.test(value('http-equiv') ?? '') ||
        namesNowhere(value('content'), edition)
      );
    default:
      return (
        !edition.isPublished &&
        (value('data-copy-permalink') !== undefined || value('class') === 'printed')
      );
  }
}

/** Whether a value is an address of the site where it is not published: of no use to anybody. */
export function namesNowhere(
  value: string | undefined,
  { siteUrl, isPublished }: Edition,
): boolean {
  return !isPublished && value?.startsWith(siteUrl.href) === true;
}
