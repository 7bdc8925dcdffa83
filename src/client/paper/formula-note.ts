import { makeElement as make, makeButton } from '../page/elements.ts';
import { copyAndReport } from './copy-and-report.ts';

/** Space between the note, its formula and the edges of the window, in pixels. */
const gap = 8;

let note: HTMLElement | undefined;

/**
 * Shows a note beside a formula: its LaTeX with a button that copies it, and what it was restored from. There is one
 * such note; the browser closes it on Escape or a click elsewhere and returns the focus to the formula.
 */
export function showFormula(formula: HTMLElement): void {
  note?.remove();
  const latex = formula.querySelector('annotation')?.textContent ?? '';
  const status = make('span', { role: 'status' });
  const copy = makeButton('Copy LaTeX', () => void copyAndReport(latex, status));
  copy.autofocus = true;
  note = make(
    'div',
    {
      ...{ className: 'formula-note', popover: 'auto' },
      ...{ role: 'dialog', ariaLabel: 'LaTeX of the formula' },
    },
    make('code', { textContent: latex }),
    make('p', {}, ...describeOrigin(formula.dataset)),
    copy,
    status,
  );
  document.body.append(note);
  // Its button takes the focus at once, and the page would scroll to a note out of sight.
  moveTo(note, 0, 0);
  note.showPopover({ source: formula });
  place(note, formula.getBoundingClientRect());
}

function describeOrigin(formula: DOMStringMap): (string | Node)[] {
  const { captured = '', corrected, original, sure } = formula;
  const text = make('code', { textContent: captured });
  if (original !== undefined) return ['The authors’ own LaTeX; captured as ', text];
  if (corrected !== undefined) return ['Corrected by the maintainer; captured as ', text];
  if (sure !== undefined) return ['Restored from ', text, `, ${sure}\u00A0% sure`];
  return ['Captured as ', text];
}

/** Places the note below the formula, or above it if there is no space below. */
function place(made: HTMLElement, formula: DOMRect): void {
  const { width, height } = made.getBoundingClientRect();
  const right = document.documentElement.clientWidth - width - gap;
  const left = Math.max(gap, Math.min(formula.left, right));
  const isBelow = formula.bottom + gap + height <= innerHeight || formula.top < height + gap;
  const top = isBelow ? formula.bottom + gap : formula.top - gap - height;
  moveTo(made, left, top);
}

/** Moves the note to a point of the window; it scrolls with the page. */
function moveTo(made: HTMLElement, left: number, top: number): void {
  made.style.left = `${left + scrollX}px`;
  made.style.top = `${top + scrollY}px`;
}
