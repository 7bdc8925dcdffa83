import { keepPlace, readPlace } from './reading-place.ts';
import { readState, type SearchState, writeState } from './search-state.ts';
import { makeSearchView } from './search-view.ts';

/** Makes the search page work, the whole state in its address. */
export function startSearchPage(document: Document): void {
  const root = document.querySelector<HTMLElement>('main .search');
  if (!root) return;

  /** Whether the history has the last state for keeps: what is typed next is then an entry of its own. */
  let isKept = location.search !== '';
  const view = makeSearchView(root, (state, by) => {
    writeAddress(state, isKept || by === 'choice');
    isKept = by === 'choice';
  });

  /** So that who comes back from a paper finds the list as it was left. */
  const keepReadingPlace = (): void => {
    if (view.shown > 0) keepPlace({ shown: view.shown, scroll: scrollY });
  };

  view.form.field.addEventListener('change', () => {
    isKept = true;
  });
  addEventListener('popstate', () => {
    isKept = true;
    view.ask(readState(location.search), readPlace(history.state));
  });
  document.addEventListener('click', keepReadingPlace);
  document.addEventListener('scrollend', keepReadingPlace);
  view.form.field.focus({ preventScroll: true });
  view.ask(readState(location.search), readPlace(history.state));
}

function writeAddress(state: SearchState, isNew: boolean): void {
  const address = `${location.pathname}${writeState(state)}`;
  if (isNew) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
