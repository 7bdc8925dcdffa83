import 'katex/contrib/copy-tex';
import { showFormula } from './formula-note.ts';

/** Texts whose formulas can be looked at; titles that are links have other uses. */
const texts = 'h1, .abstract';
/** Where a click has a meaning already. */
const controls = 'a, button, summary';

/**
 * Makes the formulas of a page say their LaTeX on a click, or on Enter where one is focused, and copied
 * text hold it (KaTeX's copy-tex, which listens by itself). The formulas of a text are one stop of the
 * tab key; the arrow keys, Home and End lead from one to another, so that a text with forty of them is
 * no longer to walk through than any other.
 */
export function startFormulas(document: Document): void {
  for (const text of document.querySelectorAll(texts)) {
    const formulas = listFormulas(text);
    for (const formula of formulas) setStop(formula, formula === formulas[0]);
  }
  document.addEventListener('click', (event) => {
    const formula = findFormula(event.target);
    // A drag that selects ends in a click too.
    if (formula && getSelection()?.isCollapsed !== false) showFormula(formula);
  });
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const formula = event.target === findFormula(event.target) ? event.target : undefined;
    if (!(formula instanceof HTMLElement)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      showFormula(formula);
      return;
    }
    const next = findNext(formula, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setStop(formula, false);
    setStop(next, true);
    next.focus();
  });
}

function listFormulas(text: Element): HTMLElement[] {
  return [...text.querySelectorAll<HTMLElement>('.formula')].filter(
    (formula) => formula.closest(controls) === null,
  );
}

function findFormula(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const formula = target.closest<HTMLElement>('.formula');
  const isShown = formula?.closest(texts) && !formula.closest(controls);
  return formula && isShown ? formula : undefined;
}

/** A formula that may have to be scrolled sideways can always be reached by the tab key. */
function setStop(formula: HTMLElement, isStop: boolean): void {
  formula.tabIndex = isStop || formula.dataset.wide !== undefined ? 0 : -1;
}

function findNext(formula: HTMLElement, key: string): HTMLElement | undefined {
  const text = formula.closest(texts);
  const all = text ? listFormulas(text) : [];
  const at = all.indexOf(formula);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const next = all[steps[key] ?? -1];
  return next === formula ? undefined : next;
}
