import { startKeys } from '../client/keys/start-keys.ts';
import { startReadingList } from '../client/list/reading-list.ts';
import { startAbstractsSwitch } from '../client/page/abstracts-switch.ts';
import { startThemeSwitch } from '../client/page/theme.ts';
import { startCopyPermalink } from '../client/paper/copy-permalink.ts';
import { startFormulas } from '../client/paper/formulas.ts';
import { startCite } from '../client/paper/start-cite.ts';
import { startSavedPage } from '../client/saved/saved-page.ts';
import { startSearchLinks } from '../client/search/open-search.ts';
import { startSearchPage } from '../client/search/search-page.ts';
import { answerAsFrame } from './read-page.ts';

// All that the pages of the site start, in one script for all of them: each does nothing where it has
// nothing to do.
if (!answerAsFrame()) {
  startThemeSwitch(document);
  startAbstractsSwitch(document);
  startReadingList();
  startKeys();
  startSearchLinks();
  startFormulas(document);
  startCopyPermalink(document);
  startCite(document);
  startSavedPage();
  startSearchPage(document);
}
