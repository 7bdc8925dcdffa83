import { listPrefix } from '../client/list/list-store.ts';
import { markPapers } from '../client/list/mark-papers.ts';
import { awaitFonts } from '../client/page/await-fonts.ts';
import { showChoices } from '../client/page/show-choices.ts';

const scope =
  'document.currentScript.closest("[data-paper-id]")||document.currentScript.previousElementSibling';
const hideKey = JSON.stringify(`${listPrefix}hide-read`);

/**
 * The scripts that stand in pages themselves, for they run before anything is painted: the same text on
 * all pages, which the policy of each page allows by its hash. There are no others.
 */
export const inlineScripts = {
  showChoices: `(${showChoices})()`,
  awaitFonts: `(${awaitFonts})()`,
  hideRead: `try{document.documentElement.toggleAttribute("data-hide-read",localStorage.getItem(${hideKey})==="on")}catch{}`,
  markPapers: `(${markPapers})(${JSON.stringify(listPrefix)},${scope},true)`,
};
