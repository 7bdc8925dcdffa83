import { startKeys } from '../client/keys/start-keys.ts';
import { startOrderSwitch } from '../client/list/order-switch.ts';
import { startReadingList } from '../client/list/reading-list.ts';
import { startAbstractsSwitch } from '../client/page/abstracts-switch.ts';
import { startThemeSwitch } from '../client/page/preferences.ts';
import { startFormulas } from '../client/paper/formulas.ts';
import { startPaperPage } from '../client/paper/paper-page.ts';
import { startSavedPage } from '../client/saved/saved-page.ts';
import { startSearchLinks } from '../client/search/open-search.ts';
import { startSearchPage } from '../client/search/search-page.ts';
import { answerAsFrame, fetchFromDisk } from './fetch-from-disk.ts';

// Everything that the pages of the site start; each does nothing on a page without its elements.
if (!answerAsFrame()) {
  globalThis.fetch = (address) => fetchFromDisk(String(address));
  startThemeSwitch(document);
  startAbstractsSwitch(document);
  startOrderSwitch(document);
  startReadingList();
  startKeys();
  startSearchLinks();
  startFormulas(document);
  startPaperPage(document);
  startSavedPage();
  startSearchPage(document);
}
