import { transformSync } from 'esbuild';
import { listPrefix } from '../client/list/list-store.ts';
import { markPapers } from '../client/list/mark-papers.ts';
import { sortList } from '../client/list/sort-list.ts';
import { awaitFonts } from '../client/page/await-fonts.ts';
import { showChoices } from '../client/page/preferences.ts';

const scope =
  'document.currentScript.closest("[data-paper-id]")||document.currentScript.previousElementSibling';
const hideKey = JSON.stringify(`${listPrefix}hide-read`);

/** A script without names and spaces that only people read: it is on every page. */
const shrink = (script: string): string => transformSync(script, { minify: true }).code.trim();

/**
 * The texts of all inline scripts. They run before anything is painted and are the same on all pages; the
 * Content-Security-Policy allows them by their hashes.
 */
export const inlineScripts = {
  showChoices: shrink(`(${showChoices})()`),
  awaitFonts: shrink(`(${awaitFonts})()`),
  hideRead: `try{document.documentElement.toggleAttribute("data-hide-read",localStorage.getItem(${hideKey})==="on")}catch{}`,
  // Directly after `markPapers`.
  sortList: shrink(
    `document.documentElement.dataset.order&&(${sortList})(document.currentScript.previousElementSibling.previousElementSibling)`,
  ),
  markPapers: shrink(`(${markPapers})(${JSON.stringify(listPrefix)},${scope},true)`),
};
