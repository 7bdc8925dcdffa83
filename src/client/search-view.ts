import { toIndexQuery } from '../search/formula-key.ts';
import { searchUrl } from '../urls.ts';
import type { ReadingPlace } from './reading-place.ts';
import { makeResultList } from './result-list.ts';
import { readForm, type SearchForm } from './search-form.ts';
import { startSearchKeys } from './search-keys.ts';
import { describeAnswer, describeFailure, describeTitles } from './search-message.ts';
import {
  dropFilters,
  hasFilters,
  readState,
  type SearchState,
  writeState,
} from './search-state.ts';
import { type Answer, makeSearcher, pageSize } from './searcher.ts';

/** An answer that is there sooner than this comes whole; until a later one, titles are shown. */
const patienceMs = 250;

/** The search, on its page or in a dialog. */
export interface SearchView {
  readonly form: SearchForm;
  /** How many papers are shown. */
  readonly shown: number;
  /** Shows a state and its answer, read as far as it was left at. */
  ask(state: SearchState, place?: ReadingPlace): void;
}

/**
 * Makes the search work: results as one types.
 * @param root what `Search.astro` has in it
 * @param onAsk is told of each state that the reader asks for, by typing or by a choice
 * @throws {Error} where a part is missing
 */
export function makeSearchView(
  root: HTMLElement,
  onAsk: (state: SearchState, by: 'typing' | 'choice') => void,
): SearchView {
  const part = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`The search has no ${selector}.`);
    return found;
  };
  const form = readForm(part('form'));
  const status = part('[data-status]');
  const offer = part('[data-offer]');
  const hint = part('[data-hint]');
  const tips = part('[data-tips]');
  const unfiltered = part<HTMLAnchorElement>('[data-unfiltered]');
  const more = part<HTMLButtonElement>('[data-more]');
  const list = makeResultList(part('[data-results]'));
  const searcher = makeSearcher();
  let latest = 0;

  /** Says what there is to say in place of the results so far. */
  function clear(message: string): void {
    status.textContent = message;
    list.show([]);
    for (const element of [offer, hint, tips, more]) element.hidden = true;
  }

  /** Shows the papers that the form asks for, or why there are none. */
  async function search(place?: ReadingPlace): Promise<void> {
    const state = form.read();
    const turn = ++latest;
    const isCurrent = (): boolean => turn === latest;
    if (!form.isCaptured(state))
      return clear(`There is no capture of ${state.day || state.month}.`);
    if (!toIndexQuery(state.query) && !hasFilters(state)) {
      clear('');
      hint.hidden = false;
      return;
    }
    let isAnswered = false;
    const unlessAnswered = (delayMs: number, show: () => void) =>
      setTimeout(() => {
        if (isCurrent() && !isAnswered) show();
      }, delayMs);
    // Nothing is said while an answer is a moment away; a slow first load says that it loads.
    unlessAnswered(patienceMs, () => {
      if (list.size === 0) status.textContent = 'Loading the index…';
    });
    try {
      const answer = await searcher.search(state, place?.shown ?? pageSize, (papers) => {
        if (papers.length === 0) return;
        unlessAnswered(searcher.isReady ? patienceMs : 0, () => {
          clear(describeTitles(papers.length));
          list.show(papers);
        });
      });
      if (answer === null || !isCurrent()) return;
      isAnswered = true;
      showAnswer(state, answer, isCurrent);
      if (!place) return;
      await list.settle();
      if (isCurrent()) scrollTo({ top: place.scroll, behavior: 'instant' });
    } catch (error) {
      isAnswered = true;
      if (isCurrent()) clear(describeFailure(error));
    }
  }

  function showAnswer(state: SearchState, answer: Answer, isCurrent: () => boolean): void {
    const { count, page, unknown } = answer;
    const isFiltered = hasFilters(state);
    status.textContent = describeAnswer(count, unknown, isFiltered);
    hint.hidden = true;
    offer.hidden = true;
    tips.hidden = count > 0;
    unfiltered.hidden = !isFiltered;
    unfiltered.href = addressOf(dropFilters(state));
    list.show(page);
    showMore(answer, page, isCurrent);
    answer.respelled.then((query) => {
      if (query === undefined || !isCurrent()) return;
      const link = document.createElement('a');
      link.dataset.ask = '';
      link.href = addressOf({ ...state, query });
      link.textContent = query;
      offer.replaceChildren('Did you mean ', link, '?');
      offer.hidden = false;
    });
  }

  function showMore(answer: Answer, shown: Answer['page'], isCurrent: () => boolean): void {
    more.hidden = answer.count <= shown.length;
    more.onclick = async () => {
      more.onclick = null;
      try {
        const next = await answer.fetchMore(shown.length);
        if (!isCurrent()) return;
        const all = [...shown, ...next];
        list.show(all);
        showMore(answer, all, isCurrent);
      } catch (error) {
        if (isCurrent()) clear(describeFailure(error));
      }
    };
  }

  function ask(state: SearchState, place?: ReadingPlace): void {
    form.show(state);
    search(place);
  }

  form.element.addEventListener('submit', (event) => event.preventDefault());
  form.element.addEventListener('input', ({ target }) => {
    onAsk(form.read(), target === form.field ? 'typing' : 'choice');
    search();
  });
  // What is offered is a link to an address of the search page; here it is answered in place.
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-ask]');
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    const state = readState(new URL(link.href).search);
    onAsk(state, 'choice');
    ask(state);
    form.field.focus();
  });
  startSearchKeys(root);
  return {
    form,
    get shown() {
      return list.size;
    },
    ask,
  };
}

const addressOf = (state: SearchState): string => searchUrl() + writeState(state);
