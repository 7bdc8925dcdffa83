import 'katex/contrib/copy-tex';
import { showFormula } from './formula-note.ts';

/** Texts with formulas that can be opened; titles in lists are links. */
const texts = 'h1, .abstract';
/** Elements in which a click has another meaning. */
const controls = 'a, button, summary';

/**
 * Starts the formulas of a page: a click or Enter shows the LaTeX, and copied text contains it (by KaTeX's copy-tex,
 * which listens by itself). The formulas of a text are one tab stop, as there may be forty of them; the arrow keys,
 * Home and End move between them.
 */
export function startFormulas(document: Document): void {
  for (const text of document.querySelectorAll(texts)) {
    const formulas = listFormulas(text);
    for (const formula of formulas) setStop(formula, formula === formulas[0]);
  }
  document.addEventListener('click', (event) => {
    const formula = findFormula(event.target);
    // Selecting by dragging ends with a click, too.
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

/** A wide formula is always a tab stop because it may have to be scrolled. */
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
