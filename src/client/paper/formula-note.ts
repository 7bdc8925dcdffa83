import { copyAndReport } from './copy-and-report.ts';

/** Room that is left between the note, its formula and the edges of the window, in pixels. */
const gap = 8;

let note: HTMLElement | undefined;

/**
 * Shows beside a formula its LaTeX, with a button that copies it, what it was restored from and how
 * surely. There is one such note; the browser closes it on Escape or a click elsewhere and gives the
 * focus back to the formula.
 */
export function showFormula(formula: HTMLElement): void {
  note?.remove();
  const latex = formula.querySelector('annotation')?.textContent ?? '';
  note = makeNote(formula.ownerDocument, latex, describeOrigin(formula.dataset));
  formula.ownerDocument.body.append(note);
  // Its button takes the focus at once: where that is out of sight, the page would scroll there.
  moveTo(note, 0, 0);
  note.showPopover({ source: formula });
  place(note, formula.getBoundingClientRect());
}

function makeNote(document: Document, latex: string, origin: (string | Node)[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'formula-note';
  made.popover = 'auto';
  made.setAttribute('role', 'dialog');
  made.setAttribute('aria-label', 'LaTeX of the formula');
  const code = document.createElement('code');
  code.textContent = latex;
  const from = document.createElement('p');
  from.append(...origin);
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.textContent = 'Copy LaTeX';
  copy.autofocus = true;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  copy.addEventListener('click', () => void copyAndReport(latex, status));
  made.append(code, from, copy, status);
  return made;
}

/** Words on where a formula comes from, by what its element says. */
function describeOrigin({ captured = '', corrected, sure }: DOMStringMap): (string | Node)[] {
  const text = document.createElement('code');
  text.textContent = captured;
  if (corrected !== undefined) return ['Corrected by the maintainer; captured as ', text];
  if (sure !== undefined) return ['Restored from ', text, `, ${sure}\u00A0% sure`];
  return ['Captured as ', text];
}

/** Below the formula, or above it where there is no room below. */
function place(made: HTMLElement, formula: DOMRect): void {
  const { width, height } = made.getBoundingClientRect();
  const right = document.documentElement.clientWidth - width - gap;
  const left = Math.max(gap, Math.min(formula.left, right));
  const isBelow = formula.bottom + gap + height <= innerHeight || formula.top < height + gap;
  const top = isBelow ? formula.bottom + gap : formula.top - gap - height;
  moveTo(made, left, top);
}

/** Puts the note at a point of the window; it moves on with the page. */
function moveTo(made: HTMLElement, left: number, top: number): void {
  made.style.left = `${left + scrollX}px`;
  made.style.top = `${top + scrollY}px`;
}
