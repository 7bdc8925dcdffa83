import { searchUrl } from '../../urls.ts';
import { makeElement } from '../page/elements.ts';
import { makeResultList } from './result-list.ts';
import {
  describeAnswer,
  describeFailure,
  describeMissing,
  describeTitles,
} from './search-message.ts';
import type { FoundPaper } from './search-result.ts';
import {
  dropFilters,
  hasFilters,
  replaceWords,
  type SearchState,
  toRequest,
  writeState,
} from './search-state.ts';
import type { Answer, FoundPage } from './searcher.ts';

/** The message about an answer, and whether it is still the latest answer. */
interface Turn {
  message: string;
  isCurrent: () => boolean;
}

/**
 * Makes the lower part of `Search.astro` show messages and results.
 * @param part returns an element by its selector
 */
export function makeAnswerView(part: <T extends HTMLElement>(selector: string) => T) {
  const status = part('[data-status]');
  const offer = part('[data-offer]');
  const hint = part('[data-hint]');
  const tips = part('[data-tips]');
  const unfiltered = part<HTMLAnchorElement>('[data-unfiltered]');
  const more = part<HTMLButtonElement>('[data-more]');
  const list = makeResultList(part('[data-results]'), part<HTMLTemplateElement>('[data-result]'));

  /** Shows a message and leaves the results. */
  const say = (message: string): void => {
    status.textContent = message;
  };

  /** Shows a message instead of results. */
  function clear(message: string): void {
    say(message);
    list.show([]);
    for (const element of [offer, hint, tips, more]) element.hidden = true;
  }

  /** Sets up the button for more results; shown results stay even if loading more fails. */
  function showMore(answer: Answer, { papers, asked, missing }: FoundPage, turn: Turn): void {
    more.hidden = answer.count <= asked;
    if (missing > 0) say(`${turn.message} ${describeMissing(missing)}`);
    more.onclick = async () => {
      more.onclick = null;
      try {
        const next = await answer.fetchMore(asked);
        if (!turn.isCurrent()) return;
        const all = {
          papers: [...papers, ...next.papers],
          asked: asked + next.asked,
          missing: missing + next.missing,
        };
        list.show(all.papers);
        showMore(answer, all, turn);
      } catch (error) {
        if (!turn.isCurrent()) return;
        say(describeFailure(error));
        showMore(answer, { papers, asked, missing: 0 }, turn);
      }
    };
  }

  function showOffer(state: SearchState): void {
    const link = makeElement('a', { href: addressOf(state), textContent: state.query });
    link.dataset.ask = '';
    offer.replaceChildren('Did you mean ', link, '?');
    offer.hidden = false;
  }

  return {
    say,
    clear,
    /** Number of papers shown. */
    get size(): number {
      return list.size;
    },
    settle: list.settle,
    /** Explains what a query may contain. */
    showHint(): void {
      clear('');
      hint.hidden = false;
    },
    /** Shows papers whose titles match while the index is loading. */
    showTitles(papers: readonly FoundPaper[]): void {
      clear(describeTitles(papers.length));
      list.show(papers);
    },
    /** @param isCurrent whether there was no later search */
    showAnswer(state: SearchState, answer: Answer, isCurrent: () => boolean): void {
      const isFiltered = hasFilters(state);
      const hasWords = toRequest(state).query !== '';
      const message = describeAnswer(answer, { isFiltered, hasWords });
      say(message);
      hint.hidden = true;
      offer.hidden = true;
      tips.hidden = answer.count > 0;
      unfiltered.hidden = !isFiltered;
      unfiltered.href = addressOf(dropFilters(state));
      list.show(answer.page.papers);
      showMore(answer, answer.page, { message, isCurrent });
      answer.respelled.then((query) => {
        if (query !== undefined && isCurrent()) showOffer(replaceWords(state, query));
      });
    },
  };
}

const addressOf = (state: SearchState): string => searchUrl() + writeState(state);
