import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { BuiltSite, Finding, Page, SiteCheck } from './site-pages.ts';
import { findElements } from './site-pages.ts';

const byTag = (page: Page, tagName: string): Element[] =>
  findElements(page.tree, (e) => e.tagName === tagName);

/** A page has one `h1` and one title, and neither is empty. */
export const oneHeading: SiteCheck = {
  name: 'each page has one h1 and one title',
  find: ({ pages }) =>
    pages.flatMap((page) => {
      const counts = {
        h1: byTag(page, 'h1'),
        // Pictures have titles too.
        title: byTag(page, 'head').flatMap((head) =>
          findElements(head, (e) => e.tagName === 'title'),
        ),
      };
      return Object.entries(counts).flatMap(([tag, found]): Finding[] => {
        if (found.length !== 1)
          return [{ file: page.file, message: `has ${found.length} <${tag}>` }];
        return toText(found[0]).trim() === ''
          ? [{ file: page.file, message: `its <${tag}> is empty` }]
          : [];
      });
    }),
};

/** No two pages claim one address, and none differ by case only, which some file systems do not tell apart. */
export const oneAddress: SiteCheck = {
  name: 'no two pages have one address',
  find({ pages }) {
    const claimed = new Map<string, string>();
    const paths = new Map<string, string>();
    return pages.flatMap((page): Finding[] => {
      const findings: Finding[] = [];
      const twin = paths.get(page.path.toLowerCase());
      if (twin) findings.push({ file: page.file, message: `has the address of ${twin}` });
      paths.set(page.path.toLowerCase(), page.file);
      const isRedirect =
        findElements(page.tree, ({ properties }) => String(properties.httpEquiv) === 'refresh')
          .length > 0;
      const [canonical] = findElements(
        page.tree,
        ({ properties }) => String(properties.rel) === 'canonical',
      );
      const address = String(canonical?.properties.href ?? '');
      if (!address && page.file !== '404.html')
        findings.push({ file: page.file, message: 'has no canonical address' });
      if (address && !isRedirect) {
        const other = claimed.get(address);
        if (other)
          findings.push({ file: page.file, message: `claims ${address}, as ${other} does` });
        claimed.set(address, page.file);
      }
      return findings;
    });
  },
};

/** Absolute addresses are those of the site: origin, base and the page's own path. */
export const canonicalAddress: SiteCheck = {
  name: 'each canonical link is the address that the page is served under',
  find: (site: BuiltSite) =>
    site.pages.flatMap((page): Finding[] => {
      const isRedirect =
        findElements(page.tree, ({ properties }) => String(properties.httpEquiv) === 'refresh')
          .length > 0;
      if (isRedirect || page.file === '404.html') return [];
      const [link] = findElements(
        page.tree,
        ({ properties }) => String(properties.rel) === 'canonical',
      );
      const expected = new URL(page.path, site.siteUrl).href;
      const found = String(link?.properties.href);
      return found === expected
        ? []
        : [{ file: page.file, message: `is ${found}, expected ${expected}` }];
    }),
};

const rules = {
  extends: ['html-validate:standard'],
  rules: {
    // What a minifier or KaTeX writes is valid HTML in another style; style is not checked here.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // A permalink that moved has to work on hosts that know no redirects.
    'meta-refresh': 'off',
    // Captured text is shown with its own characters, `&` and `>` as they may stand in HTML.
    'no-raw-characters': 'off',
    // Telephone numbers are not marked up in abstracts.
    'tel-non-breaking': 'off',
  },
};

/** Every page is valid HTML. */
export const validHtml: SiteCheck = {
  name: 'each page is valid HTML',
  async find({ pages }) {
    const validator = new HtmlValidate(
      new FileSystemConfigLoader([], { root: true, ...rules } as never),
    );
    const reports = await Promise.all(
      pages.map(({ html, file }) => validator.validateString(html, file)),
    );
    return reports.flatMap(({ results }) =>
      results.flatMap(({ filePath, messages }) =>
        messages.map(({ line, column, ruleId, message }) => ({
          file: `${filePath}:${line}:${column}`,
          message: `${ruleId}: ${message}`,
        })),
      ),
    );
  },
};
