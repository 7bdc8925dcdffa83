import { listPrefix } from '../client/list/list-store.ts';
import { markPapers } from '../client/list/mark-papers.ts';
import { sortList } from '../client/list/sort-list.ts';
import { awaitFonts } from '../client/page/await-fonts.ts';
import { showChoices } from '../client/page/preferences.ts';

const scope =
  'document.currentScript.closest("[data-paper-id]")||document.currentScript.previousElementSibling';
const hideKey = JSON.stringify(`${listPrefix}hide-read`);

/** The source of a function, without its indentation: it is on every page. */
const readSource = (run: (...args: never[]) => unknown): string =>
  String(run).replace(/\n\s+/g, '\n');

/**
 * The texts of all inline scripts. They run before anything is painted and are the same on all pages; the
 * Content-Security-Policy allows them by their hashes.
 */
export const inlineScripts = {
  showChoices: `(${readSource(showChoices)})()`,
  awaitFonts: `(${readSource(awaitFonts)})()`,
  hideRead: `try{document.documentElement.toggleAttribute("data-hide-read",localStorage.getItem(${hideKey})==="on")}catch{}`,
  // Directly after `markPapers`.
  sortList: `document.documentElement.dataset.order&&(${readSource(sortList)})(document.currentScript.previousElementSibling.previousElementSibling)`,
  markPapers: `(${readSource(markPapers)})(${JSON.stringify(listPrefix)},${scope},true)`,
};
