import type { BuiltSite, Finding, Page, SiteCheck } from './site-pages.ts';
import { findElements } from './site-pages.ts';

/** Attributes that hold an address. */
const addressAttributes = ['href', 'src', 'action', 'poster', 'data'] as const;

/** Elements that load what they name; a link that a reader may click loads nothing. */
const loads = new Set([
  'link',
  'script',
  'img',
  'iframe',
  'source',
  'video',
  'audio',
  'embed',
  'object',
  'input',
  'track',
]);
const plainLinks = new Set(['canonical', 'alternate', 'prev', 'next', 'author', 'license']);

interface Address {
  tagName: string;
  url: URL;
  text: string;
  isLoaded: boolean;
}

function findAddresses(page: Page, site: BuiltSite): Address[] {
  const here = new URL(page.path, site.siteUrl);
  return findElements(page.tree, () => true).flatMap(({ tagName, properties }) =>
    addressAttributes.flatMap((attribute) => {
      const text = properties[attribute];
      if (typeof text !== 'string' || !URL.canParse(text, here)) return [];
      const rel = Array.isArray(properties.rel) ? properties.rel : [];
      const isLoaded = loads.has(tagName) && !rel.some((r) => plainLinks.has(String(r)));
      return [{ tagName, url: new URL(text, here), text, isLoaded }];
    }),
  );
}

/** Every link within the site leads to a file and, with `#…`, to an element of it. */
export const internalLinks: SiteCheck = {
  name: 'every internal link and anchor resolves',
  find(site) {
    const byPath = new Map(site.pages.map((page) => [page.path, page]));
    return site.pages.flatMap((page) =>
      findAddresses(page, site).flatMap(({ url, text }): Finding[] => {
        if (url.origin !== site.siteUrl.origin) return [];
        const report = (message: string): Finding[] => [
          { file: page.file, message: `${text}: ${message}` },
        ];
        if (!url.pathname.startsWith(site.base))
          return report(`leads out of the site's base ${site.base}`);
        const path = decodeURIComponent(url.pathname);
        const target = byPath.get(path);
        if (!target && !site.files.has(path.slice(site.base.length)))
          return report('leads nowhere');
        const anchor = decodeURIComponent(url.hash.slice(1));
        return anchor && !target?.ids.has(anchor) ? report('there is no such anchor') : [];
      }),
    );
  },
};

/** Nothing is loaded from another host, by a page or by a style sheet. */
export const noOtherHost: SiteCheck = {
  name: 'no page asks another host for anything',
  find(site) {
    return site.pages.flatMap((page) => [
      ...findAddresses(page, site)
        .filter(
          ({ url, isLoaded }) =>
            isLoaded && url.origin !== site.siteUrl.origin && url.protocol !== 'data:',
        )
        .map(({ text, tagName }) => ({ file: page.file, message: `<${tagName}> loads ${text}` })),
      ...findElements(page.tree, ({ properties }) =>
        /url\(\s*['"]?(https?:)?\/\//.test(String(properties.style ?? '')),
      ).map(({ properties }) => ({
        file: page.file,
        message: `a style loads from another host: ${properties.style}`,
      })),
    ]);
  },
};
