import { toIndexQuery } from '../search/formula-key.ts';
import { findPapers, findUnknownWords } from './find-papers.ts';
import {
  loadPagefind,
  type Pagefind,
  type PagefindResponse,
  type PagefindResult,
} from './pagefind.ts';
import { keepPlace, type ReadingPlace, readPlace } from './reading-place.ts';
import { describeAnswer, describeFailure } from './search-message.ts';
import { makeResult } from './search-result.ts';
import { readState, type SearchState, writeState } from './search-state.ts';

const pageSize = 10;

/** Makes the search page work: results as one types, the whole state in the address. */
export function startSearchPage(document: Document): void {
  const root = document.querySelector<HTMLElement>('[data-pagefind-url]');
  const form = root?.querySelector('form');
  const status = root?.querySelector<HTMLElement>('[data-status]');
  const list = root?.querySelector<HTMLElement>('[data-results]');
  const more = root?.querySelector<HTMLButtonElement>('[data-more]');
  if (!root || !form || !status || !list || !more) return;
  const field = form.elements.namedItem('q') as HTMLInputElement;
  const daySelect = form.elements.namedItem('day') as HTMLSelectElement;
  const codeBox = form.elements.namedItem('code') as HTMLInputElement;
  const days = new Set([...daySelect.options].map((option) => option.value));

  let engine: Promise<Pagefind> | undefined;
  let latest = 0;

  const formState = (): SearchState => ({
    query: field.value,
    day: daySelect.value,
    hasCode: codeBox.checked,
  });
  const showState = ({ query, day, hasCode }: SearchState): void => {
    field.value = query;
    // A day without a capture is shown as it was asked for, so that address, form and answer agree.
    if (![...daySelect.options].some((option) => option.value === day)) {
      daySelect.add(new Option(day, day));
    }
    daySelect.value = day;
    codeBox.checked = hasCode;
  };

  /** Shows the papers that the form asks for, or why there are none. */
  async function search(place?: ReadingPlace): Promise<void> {
    const state = formState();
    const turn = ++latest;
    if (!days.has(state.day)) return clear(`There is no capture of ${state.day}.`);
    const asksNothing = !toIndexQuery(state.query) && !state.day && !state.hasCode;
    if (asksNothing) return clear('');
    // Nothing is said while an answer is a moment away; a slow first load says that it loads.
    const waiting = setTimeout(() => {
      if (turn === latest) say('Loading the index…');
    }, 300);
    try {
      engine ??= loadPagefind(root?.dataset.pagefindUrl ?? '');
      const results = await findPapers(await engine, state);
      if (results === null || turn !== latest) return;
      const page = await fetchPage(results, 0, place?.shown ?? pageSize);
      const unknown = await findUnknownWords(await engine, state.query, page);
      if (turn !== latest) return;
      clear(describeAnswer(results.length, unknown));
      append(results, page);
      if (place) scrollTo({ top: place.scroll, behavior: 'instant' });
    } catch (error) {
      engine = undefined;
      if (turn === latest) clear(describeFailure(error));
    } finally {
      clearTimeout(waiting);
    }
  }

  const fetchPage = (results: PagefindResponse['results'], from: number, count: number) =>
    Promise.all(results.slice(from, from + count).map((result) => result.data()));

  function say(message: string): void {
    if (status) status.textContent = message;
  }

  /** Says what there is to say in place of the results so far. */
  function clear(message: string): void {
    say(message);
    list?.replaceChildren();
    if (more) more.hidden = true;
  }

  function append(results: PagefindResponse['results'], page: PagefindResult[]): void {
    if (!list || !more) return;
    list.append(...page.map((result) => makeResult(document, result)));
    const turn = latest;
    const shown = list.children.length;
    more.hidden = results.length <= shown;
    more.onclick = async () => {
      const next = await fetchPage(results, shown, pageSize).catch(describeFailure);
      // A second click may have been answered meanwhile.
      if (turn !== latest || list.children.length !== shown) return;
      if (typeof next === 'string') return say(next);
      append(results, next);
      keepReadingPlace();
    };
  }

  /** So that who comes back from a paper finds the list as it was left. */
  function keepReadingPlace(): void {
    const shown = list?.children.length ?? 0;
    if (shown > 0) keepPlace({ shown, scroll: scrollY });
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    history.replaceState(null, '', `${location.pathname}${writeState(formState())}`);
    search();
  });
  addEventListener('popstate', () => {
    showState(readState(location.search));
    search(readPlace(history.state));
  });
  document.addEventListener('click', keepReadingPlace);
  document.addEventListener('scrollend', keepReadingPlace);
  showState(readState(location.search));
  field.focus({ preventScroll: true });
  search(readPlace(history.state));
}
