import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** The files of a folder by their paths in it, with slashes, in order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** The elements of a page. */
function listElements(html: string): Element[] {
  const elements: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

/** Attributes that lead somewhere, and `content` where it sends the reader on. */
const leading = ['href', 'src', 'action', 'data', 'poster', 'dataAbstractsFrom'];

function listAddresses({ properties }: Element): string[] {
  const addresses = leading.map((name) => properties[name]);
  const [, refresh] = /^\d+; ?url=(.*)$/i.exec(String(properties.content ?? '')) ?? [];
  return [...addresses, refresh].filter((address) => typeof address === 'string');
}

/**
 * What would fail on disk in a portable edition: links to no file or anchor of the folder, modules, and
 * what is loaded from elsewhere.
 * @returns a line for each fault; empty where all is well
 */
export function findFaults(folder: string): string[] {
  const files = new Set(listFiles(folder));
  const pages = new Map(
    [...files]
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, listElements(readFileSync(join(folder, file), 'utf8'))]),
  );
  const anchors = new Map(
    [...pages].map(([file, elements]) => [
      file,
      new Set(elements.map(({ properties }) => properties.id)),
    ]),
  );
  const findFault = (file: string, element: Element, address: string): string | undefined => {
    const isWeb = /^[a-z]+:/i.test(address);
    const isClicked = element.tagName === 'a' || element.properties.rel?.toString() === 'canonical';
    if (isWeb) return isClicked ? undefined : 'is loaded from elsewhere';
    const [path = '', anchor = ''] = address.replace(/\?[^#]*/, '').split('#');
    const target = path ? posix.join(posix.dirname(file), decodeURIComponent(path)) : file;
    if (path.startsWith('/')) return 'leads to the root of the disk';
    if (!files.has(target)) return 'leads to no file';
    return anchor && !anchors.get(target)?.has(decodeURIComponent(anchor))
      ? 'leads to no anchor'
      : undefined;
  };
  return [...pages].flatMap(([file, elements]) =>
    elements.flatMap((element) => {
      const faults = listAddresses(element).flatMap((address) => {
        const fault = findFault(file, element, address);
        return fault ? [`${file}: ${address} ${fault}`] : [];
      });
      const isModule = element.tagName === 'script' && element.properties.type === 'module';
      return isModule ? [...faults, `${file}: a script is a module`] : faults;
    }),
  );
}
