import { type Finding, findElements, hasClass, type SiteCheck } from './site-pages.ts';

/** How many papers a page may name as related. */
const mostRelated = 5;

/** Related papers are few, each other than the paper itself and named once, and each says why. */
export const relatedPapers: SiteCheck = {
  name: 'a paper has at most five related papers, none itself, each with a reason',
  find: ({ pages }) =>
    pages.flatMap(({ file, path, tree }): Finding[] => {
      const entries = findElements(tree, (e) => hasClass(e, 'related')).flatMap((list) =>
        findElements(list, (e) => e.tagName === 'li'),
      );
      const targets = entries.flatMap((entry) =>
        findElements(entry, (e) => e.tagName === 'a').map((e) => String(e.properties.href)),
      );
      const reasons = entries.filter(
        (entry) => findElements(entry, (e) => e.tagName === 'p').length === 1,
      );
      const faults = [
        entries.length > mostRelated && `names ${entries.length} related papers`,
        targets.includes(path) && 'is related to itself',
        new Set(targets).size < entries.length && 'names a related paper twice',
        reasons.length < entries.length && 'names a related paper without a reason',
      ];
      return faults.flatMap((message) => (message ? [{ file, message }] : []));
    }),
};
