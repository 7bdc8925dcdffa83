import { toIndexQuery } from '../../search/formula-key.ts';
import { makeAnswerView } from './answer-view.ts';
import type { ReadingPlace } from './reading-place.ts';
import { readForm, type SearchForm } from './search-form.ts';
import { startSearchKeys } from './search-keys.ts';
import { describeFailure } from './search-message.ts';
import { hasFilters, readState, type SearchState } from './search-state.ts';
import { makeSearcher, pageSize } from './searcher.ts';
import { showGuide } from './show-guide.ts';

/** An answer that is there sooner than this comes whole; until a later one, titles are shown. */
const patienceMs = 250;

/** Who types is answered when the hand rests for this long. */
const typingPauseMs = 120;

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
  const view = makeAnswerView(part);
  const searcher = makeSearcher();
  // There is none in an archive without the guide.
  const guide = root.querySelector<HTMLElement>('[data-guide]');
  let latest = 0;

  /** Shows the papers that the form asks for, or why there are none. */
  async function search(pauseMs: number, place?: ReadingPlace): Promise<void> {
    const state = form.read();
    const turn = ++latest;
    const isCurrent = (): boolean => turn === latest;
    guide?.replaceChildren();
    if (!form.isCaptured(state))
      return view.clear(`There is no capture of ${state.day || state.month}.`);
    if (!toIndexQuery(state.query) && !hasFilters(state)) return view.showHint();
    let isAnswered = false;
    const unlessAnswered = (delayMs: number, show: () => void) =>
      setTimeout(() => {
        if (isCurrent() && !isAnswered) show();
      }, delayMs);
    // Nothing is said while an answer is a moment away; a slow first load says that it loads.
    unlessAnswered(patienceMs, () => {
      if (view.size === 0) view.say('Loading the index…');
    });
    const options = { pauseMs, shown: place?.shown ?? pageSize };
    try {
      const answer = await searcher.search(state, options, (papers) => {
        if (papers.length === 0) return;
        unlessAnswered(searcher.isReady ? patienceMs : 0, () => view.showTitles(papers));
      });
      if (answer === null || !isCurrent()) return;
      isAnswered = true;
      view.showAnswer(state, answer, isCurrent);
      // Last, for papers come first.
      if (guide) showGuide(guide, state.query, isCurrent);
      if (!place) return;
      await view.settle();
      if (isCurrent()) scrollTo({ top: place.scroll, behavior: 'instant' });
    } catch (error) {
      isAnswered = true;
      if (isCurrent()) view.clear(describeFailure(error));
    }
  }

  function ask(state: SearchState, place?: ReadingPlace): void {
    form.show(state);
    search(0, place);
  }

  form.element.addEventListener('submit', (event) => event.preventDefault());
  form.element.addEventListener('input', ({ target }) => {
    const isTyped = target === form.field;
    onAsk(form.read(), isTyped ? 'typing' : 'choice');
    search(isTyped ? typingPauseMs : 0);
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
      return view.size;
    },
    ask,
  };
}
