import { RewritingStream } from 'parse5-html-rewriting-stream';
import {
  type Edition,
  fileOf,
  isOfWebOnly,
  isUnpublished,
  rootSeenFrom,
  toRelative,
  withoutAddresses,
} from './portable-addresses.ts';

/** A start tag with its attributes. */
type StartTag = Parameters<RewritingStream['emitStartTag']>[0];

/** Relations of links in the head that work on disk. */
const keptLinks = new Set(['stylesheet', 'icon', 'canonical', 'prev', 'next', 'author', 'license']);

/** Type of script elements that contain data. */
const dataType = 'application/json';

/** The attributes that hold addresses. */
const addressAttributes = new Set(
  'href src action poster data data-abstracts-from data-later'.split(' '),
);

/** Elements without content. */
const voids = new Set('area base br col embed hr img input link meta wbr'.split(' '));

/** A page of the portable edition. */
export interface PortablePage {
  html: string;
  /** Files of the site that it loads or links to: `_astro/x.css`, `days/2025-03-11/index.html`. */
  files: Set<string>;
}

/**
 * Turns a page of the site into one that opens from disk: links are relative and name files, one classic script
 * replaces the scripts, and what needs a server is removed. Everything else stays byte for byte.
 * @param file path of the page in the site: `papers/x/index.html`
 * @param script path of the classic script in the site
 */
export async function makePortable(
  html: string,
  file: string,
  script: string,
  edition: Edition,
): Promise<PortablePage> {
  const rewriter = new RewritingStream();
  const files = new Set<string>();
  const parts: string[] = [];
  /** Whether the next text is in a script: addresses are removed from data, but not from the text of a page. */
  let isData = false;
  /** The element that is being removed, and how many elements of its name are open. */
  let omitted: { name: string; depth: number } | undefined;

  rewriter.on('startTag', (tag, raw) => {
    isData = tag.tagName === 'script';
    if (omitted) {
      if (tag.tagName === omitted.name) omitted.depth++;
    } else if (isLeftOut(tag, edition)) {
      if (!voids.has(tag.tagName)) omitted = { name: tag.tagName, depth: 1 };
    } else if (tag.tagName === 'html') {
      tag.attrs.push({ name: 'data-folder', value: rootSeenFrom(file) });
      rewriter.emitStartTag(tag);
    } else if (rewriteAttributes(tag)) rewriter.emitStartTag(tag);
    else rewriter.emitRaw(raw);
  });
  rewriter.on('endTag', (tag, raw) => {
    isData = false;
    if (omitted) {
      if (tag.tagName === omitted.name && --omitted.depth === 0) omitted = undefined;
      return;
    }
    if (tag.tagName === 'head')
      rewriter.emitRaw(`<script defer src="${rootSeenFrom(file)}${script}"></script>`);
    rewriter.emitRaw(raw);
  });
  for (const kind of ['text', 'comment', 'doctype'] as const) {
    rewriter.on(kind, (_: unknown, raw: string) => {
      if (!omitted) rewriter.emitRaw(isData ? withoutAddresses(raw, edition) : raw);
    });
  }

  /** @returns whether anything of the tag was changed */
  function rewriteAttributes(tag: StartTag): boolean {
    let isChanged = false;
    tag.attrs = tag.attrs.flatMap((attribute) => {
      if (attribute.name === 'data-permalink' && isUnpublished(attribute.value, edition)) {
        isChanged = true;
        return [];
      }
      const address = readAddress(tag, attribute.name, attribute.value);
      const target = address === undefined ? undefined : fileOf(address, edition);
      if (address === undefined || target === undefined) return attribute;
      isChanged = true;
      if (!isOfWebOnly(target)) files.add(target);
      const relative = toRelative(address, file, edition);
      if (relative === undefined) return [];
      return { ...attribute, value: attribute.value.replace(address, () => relative) };
    });
    return isChanged;
  }

  rewriter.on('data', (part: string) => parts.push(part));
  await new Promise<void>((resolve, reject) => {
    rewriter.on('end', resolve);
    rewriter.on('error', reject);
    rewriter.end(html);
  });
  return { html: parts.join(''), files };
}

/** The address in the value of an attribute, if any. */
function readAddress(tag: StartTag, name: string, value: string): string | undefined {
  if (addressAttributes.has(name)) return value;
  const isRefresh =
    name === 'content' &&
    tag.attrs.some((other) => other.name === 'http-equiv' && /^refresh$/i.test(other.value));
  return isRefresh ? /url=(.*)$/is.exec(value)?.[1] : undefined;
}

/** Whether an element does not work on disk, or has `data-web-only` because it describes the served site. */
function isLeftOut({ tagName, attrs }: StartTag, edition: Edition): boolean {
  const value = (name: string): string | undefined =>
    attrs.find((attribute) => attribute.name === name)?.value;
  if (value('data-web-only') !== undefined) return true;
  switch (tagName) {
    case 'link':
      return !keptLinks.has(value('rel') ?? '') || isUnpublished(value('href'), edition);
    case 'script':
      // Data stay, and so do inline scripts, which run before the page is painted.
      return value('src') !== undefined || ![undefined, dataType].includes(value('type'));
    case 'meta':
      // The policy allows the host of the page only, and files have none.
      return (
        /^content-security-policy$/i.test(value('http-equiv') ?? '') ||
        isUnpublished(value('content'), edition)
      );
    default:
      return (
        !edition.isPublished &&
        (value('data-copy-permalink') !== undefined || value('class') === 'printed')
      );
  }
}
