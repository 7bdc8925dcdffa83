import { toIndexQuery } from '../search/formula-key.ts';
import {
  loadPagefind,
  type Pagefind,
  type PagefindResponse,
  type PagefindResult,
} from './pagefind.ts';
import { makeResult } from './search-result.ts';
import { readState, type SearchState, toFilters, writeState } from './search-state.ts';

const pageSize = 10;
const typingPauseMs = 120;

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

  let engine: Promise<Pagefind> | undefined;
  let latest = 0;

  const formState = (): SearchState => ({
    query: field.value,
    day: daySelect.value,
    hasCode: codeBox.checked,
  });
  const showState = ({ query, day, hasCode }: SearchState): void => {
    field.value = query;
    daySelect.value = day;
    codeBox.checked = hasCode;
  };

  async function search(): Promise<void> {
    const state = formState();
    const turn = ++latest;
    const query = toIndexQuery(state.query);
    const filters = toFilters(state);
    if (!query && Object.keys(filters).length === 0) {
      show('', [], undefined);
      return;
    }
    try {
      engine ??= loadPagefind(root?.dataset.pagefindUrl ?? '');
      // Nothing is said while an answer is a moment away; a slow first load says that it loads.
      const waiting = setTimeout(() => say('Loading the index…'), 300);
      const response = await (await engine)
        .debouncedSearch(
          query || null,
          { filters, ...(query ? {} : { sort: { day: 'desc' } }) },
          typingPauseMs,
        )
        .finally(() => clearTimeout(waiting));
      if (response === null || turn !== latest) return;
      await showPage(response, 0, turn);
    } catch (error) {
      engine = undefined;
      say(
        `The search index could not be loaded (${error instanceof Error ? error.message : error}). It is made by a build; the dev server has none.`,
      );
    }
  }

  async function showPage(response: PagefindResponse, from: number, turn: number): Promise<void> {
    const { results } = response;
    const page = await Promise.all(
      results.slice(from, from + pageSize).map((result) => result.data()),
    );
    if (turn !== latest) return;
    const found = results.length === 1 ? '1 paper' : `${results.length} papers`;
    const message =
      results.length > 0
        ? found
        : 'No paper has all of these words. Try fewer, or only the beginning of one.';
    const next =
      results.length > from + pageSize
        ? () => showPage(response, from + pageSize, turn)
        : undefined;
    if (from === 0) show(message, page, next);
    else append(page, next);
  }

  function say(message: string): void {
    if (status) status.textContent = message;
  }

  function show(message: string, page: PagefindResult[], next: (() => void) | undefined): void {
    say(message);
    list?.replaceChildren();
    append(page, next);
  }

  function append(page: PagefindResult[], next: (() => void) | undefined): void {
    list?.append(...page.map((result) => makeResult(document, result)));
    if (!more) return;
    more.hidden = next === undefined;
    more.onclick = next ?? null;
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    history.replaceState(null, '', `${location.pathname}${writeState(formState())}`);
    search();
  });
  addEventListener('popstate', () => {
    showState(readState(location.search));
    search();
  });
  showState(readState(location.search));
  field.focus();
  search();
}
