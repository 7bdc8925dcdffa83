import { toIndexQuery } from '../../search/formula-key.ts';
import { offerReload } from '../offline/offer-reload.ts';
import { makeAnswerView } from './answer-view.ts';
import { showCounts, startSuggestions } from './filter-options.ts';
import { fetchSummary } from './own-index.ts';
import { readForm } from './search-form.ts';
import { describeFailure } from './search-message.ts';
import type { ReadingPlace } from './search-page.ts';
import { hasFilters, readState, type SearchState, toRequest } from './search-state.ts';
import { type Answer, countAll, makeSearcher, pageSize } from './searcher.ts';
import { showGuide } from './show-guide.ts';

/** If the answer takes longer than this, titles are shown first. */
const patienceMs = 250;
/** Debounce delay while typing. */
const typingPauseMs = 120;
/** Searches look for a newer index this often at most. */
const compareEveryMs = 10_000;

/**
 * Starts the search on its page or in a dialog.
 * @param root the contents of `Search.astro`
 * @param onAsk called for each state that the reader asks for, by typing or by a choice
 * @throws {Error} if a part is missing
 */
export function makeSearchView(
  root: HTMLElement,
  onAsk: (state: SearchState, by: 'typing' | 'choice') => void,
) {
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
  let latestAnswer: Answer | undefined;

  /** Shows how many papers of the latest answer each option would find, where a reader sees the options. */
  async function countOptions(): Promise<void> {
    if (!form.further?.open) return;
    const turn = latest;
    // The counts of an earlier answer are better than none.
    const counts = await (latestAnswer?.countOptions ?? countAll)().catch(() => undefined);
    if (counts && turn === latest) showCounts(form.element, counts);
  }

  /** Offers to reload the page if the site has another index than the one that the page was built with. */
  async function compareIndexes(maxAgeMs: number): Promise<void> {
    const summary = await fetchSummary(maxAgeMs).catch(() => undefined);
    if (summary && summary.version !== root.dataset.index) offerReload();
  }

  /** Shows the papers that the form asks for, or why there are none. */
  async function search(pauseMs: number, place?: ReadingPlace): Promise<void> {
    const state = form.read();
    const request = toRequest(state);
    const turn = ++latest;
    latestAnswer = undefined;
    const isCurrent = (): boolean => turn === latest;
    guide?.replaceChildren();
    if (!form.isCaptured(state))
      return view.clear(`There is no capture of ${state.day || state.month}.`);
    if (!toIndexQuery(request.query) && !hasFilters(state)) {
      view.showHint();
      return countOptions();
    }
    let isAnswered = false;
    const unlessAnswered = (delayMs: number, show: () => void) =>
      setTimeout(() => {
        if (isCurrent() && !isAnswered) show();
      }, delayMs);
    unlessAnswered(patienceMs, () => {
      if (view.size === 0) view.say('Loading the index…');
    });
    void compareIndexes(compareEveryMs);
    const options = { pauseMs, shown: place?.shown ?? pageSize };
    try {
      const answer = await searcher.search(request, options, (papers) => {
        if (papers.length === 0) return;
        unlessAnswered(searcher.isReady ? patienceMs : 0, () => view.showTitles(papers));
      });
      if (answer === null || !isCurrent()) return;
      isAnswered = true;
      view.showAnswer(state, answer, isCurrent);
      latestAnswer = answer;
      countOptions();
      // Last, because papers come first.
      if (guide) showGuide(guide, request.query, isCurrent);
      if (!place) return;
      await view.settle();
      if (isCurrent()) scrollTo({ top: place.scroll, behavior: 'instant' });
    } catch (error) {
      isAnswered = true;
      if (isCurrent()) view.clear(describeFailure(error));
      // Files of an earlier index may be gone.
      void compareIndexes(0);
    }
  }

  function ask(state: SearchState, place?: ReadingPlace): void {
    form.show(state);
    search(0, place);
  }

  form.element.addEventListener('submit', (event) => event.preventDefault());
  form.element.addEventListener('input', ({ target }) => {
    const isTyped = target === form.field || target === form.author;
    onAsk(form.read(), isTyped ? 'typing' : 'choice');
    search(isTyped ? typingPauseMs : 0);
  });
  if (form.author) startSuggestions(form.author);
  form.further?.addEventListener('toggle', countOptions);
  // Links to other searches are answered in place.
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
  root.addEventListener('keydown', (event) => moveByArrows(root, event));
  return {
    form,
    /** Number of papers shown. */
    get shown(): number {
      return view.size;
    },
    /** Shows a state and its answer. @param place that the list is scrolled to */
    ask,
  };
}

/** Moves the focus between the field and the results with the arrow keys. */
function moveByArrows(root: HTMLElement, event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || event.isComposing) return;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops = [
    ...root.querySelectorAll<HTMLElement>(
      'input[type="search"], [data-results] .title a, [data-more]:not([hidden])',
    ),
  ];
  const at = stops.indexOf(event.target as HTMLElement);
  const next = stops[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
