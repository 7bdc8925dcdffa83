import { searchUrl } from '../../urls.ts';
import { makeResultList } from './result-list.ts';
import {
  describeAnswer,
  describeFailure,
  describeMissing,
  describeTitles,
} from './search-message.ts';
import type { FoundPaper } from './search-result.ts';
import { dropFilters, hasFilters, type SearchState, writeState } from './search-state.ts';
import type { Answer, FoundPage } from './searcher.ts';

/** What stands below the form: what was found, and what is said of it. */
export interface AnswerView {
  /** How many papers are shown. */
  readonly size: number;
  /** Says something and leaves the results as they are. */
  say(message: string): void;
  /** Says something in place of the results so far. */
  clear(message: string): void;
  /** Says what can be asked for. */
  showHint(): void;
  /** Shows papers whose titles are known while the rest is on its way. */
  showTitles(papers: readonly FoundPaper[]): void;
  /** @param isCurrent whether nothing else was asked for since */
  showAnswer(state: SearchState, answer: Answer, isCurrent: () => boolean): void;
  /** Settles once nothing of what is shown changes its height any more. */
  settle(): Promise<unknown>;
}

/** The message about an answer, and whether it is still the latest answer. */
interface Turn {
  message: string;
  isCurrent: () => boolean;
}

/**
 * Makes the lower part of `Search.astro` show answers.
 * @param part gives an element by its selector
 */
export function makeAnswerView(part: <T extends HTMLElement>(selector: string) => T): AnswerView {
  const status = part('[data-status]');
  const offer = part('[data-offer]');
  const hint = part('[data-hint]');
  const tips = part('[data-tips]');
  const unfiltered = part<HTMLAnchorElement>('[data-unfiltered]');
  const more = part<HTMLButtonElement>('[data-more]');
  const list = makeResultList(part('[data-results]'), part<HTMLTemplateElement>('[data-result]'));

  const say = (message: string): void => {
    status.textContent = message;
  };

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
    const link = document.createElement('a');
    link.dataset.ask = '';
    link.href = addressOf(state);
    link.textContent = state.query;
    offer.replaceChildren('Did you mean ', link, '?');
    offer.hidden = false;
  }

  return {
    get size() {
      return list.size;
    },
    say,
    clear,
    showHint() {
      clear('');
      hint.hidden = false;
    },
    showTitles(papers) {
      clear(describeTitles(papers.length));
      list.show(papers);
    },
    showAnswer(state, answer, isCurrent) {
      const isFiltered = hasFilters(state);
      const message = describeAnswer(answer.count, answer.unknown, isFiltered);
      say(message);
      hint.hidden = true;
      offer.hidden = true;
      tips.hidden = answer.count > 0;
      unfiltered.hidden = !isFiltered;
      unfiltered.href = addressOf(dropFilters(state));
      list.show(answer.page.papers);
      showMore(answer, answer.page, { message, isCurrent });
      answer.respelled.then((query) => {
        if (query !== undefined && isCurrent()) showOffer({ ...state, query });
      });
    },
    settle: () => list.settle(),
  };
}

const addressOf = (state: SearchState): string => searchUrl() + writeState(state);
