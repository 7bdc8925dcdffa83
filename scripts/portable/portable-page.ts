import { RewritingStream } from 'parse5-html-rewriting-stream';
import { isLeftOut, namesNowhere, type StartTag } from './left-out.ts';
import { type Edition, fileOf, isOfWebOnly, rootSeenFrom, toRelative } from './relative-address.ts';
import { withoutAddresses } from './without-addresses.ts';

/** The attributes that hold addresses. */
const addressAttributes = new Set([
  'href',
  'src',
  'action',
  'poster',
  'data',
  'data-abstracts-from',
]);

/** Elements without content. */
const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
]);

/** A page as it stands on disk. */
export interface PortablePage {
  html: string;
  /** Files of the site that it needs or leads to: `_astro/x.css`, `days/2025-03-11/index.html`. */
  files: Set<string>;
}

/**
 * Makes of a page of the site one that opens from disk: its links are relative and end in a file, its
 * scripts are one classic script, and what only a server can give is gone. All else stays to the byte.
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
  /** Whether what comes next stands in a script: data may hold addresses, which the text of a page may name. */
  let isData = false;
  /** The element that is being left out, and how many of its name are open in it. */
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
      if (attribute.name === 'data-permalink' && namesNowhere(attribute.value, edition)) {
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

/** The address within the value of an attribute; undefined where it holds none. */
function readAddress(tag: StartTag, name: string, value: string): string | undefined {
  if (addressAttributes.has(name)) return value;
  const isRefresh =
    name === 'content' &&
    tag.attrs.some((other) => other.name === 'http-equiv' && /^refresh$/i.test(other.value));
  return isRefresh ? /url=(.*)$/is.exec(value)?.[1] : undefined;
}
