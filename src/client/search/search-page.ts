import { readState, type SearchState, writeState } from './search-state.ts';
import { makeSearchView } from './search-view.ts';

/** How far a list of results was read. */
export interface ReadingPlace {
  /** Number of results shown. */
  shown: number;
  /** Scroll position of the page in pixels. */
  scroll: number;
}

/**
 * The place that is stored in an entry of the browser's history, if any.
 * @param state `history.state`, which other versions of the page may have written
 */
export function readPlace(state: unknown): ReadingPlace | undefined {
  const { shown, scroll } = (state ?? {}) as Record<string, unknown>;
  return typeof shown === 'number' && typeof scroll === 'number' ? { shown, scroll } : undefined;
}

/** Starts the search page, whose address contains the whole state. */
export function startSearchPage(document: Document): void {
  const root = document.querySelector<HTMLElement>('main .search');
  if (!root) return;

  /** Whether the current state is a permanent entry of the history, which typing does not replace. */
  let isFinal = location.search !== '';
  const view = makeSearchView(root, (state, by) => {
    writeAddress(state, isFinal || by === 'choice');
    isFinal = by === 'choice';
  });
  const ask = (): void => view.ask(readState(location.search), readPlace(history.state));
  /** So that the reader finds the list unchanged when coming back from a paper. */
  const storePlace = (): void => {
    const place: ReadingPlace = { shown: view.shown, scroll: scrollY };
    if (view.shown > 0) history.replaceState(place, '');
  };

  for (const field of [view.form.field, view.form.author])
    field?.addEventListener('change', () => {
      isFinal = true;
    });
  addEventListener('popstate', () => {
    isFinal = true;
    ask();
  });
  document.addEventListener('click', storePlace);
  document.addEventListener('scrollend', storePlace);
  view.form.field.focus({ preventScroll: true });
  ask();
}

function writeAddress(state: SearchState, isNew: boolean): void {
  const address = `${location.pathname}${writeState(state)}`;
  if (isNew) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
