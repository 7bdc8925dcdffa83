/** R1, the first replacement of the channel: `\name{…}` → `…`, up to the first `}`; one pass. */
const R1 = /\\[a-zA-Z]+\{([^}]*)\}/g;
/** R2, the second replacement: `$…$` → its content without backslashes. */
const R2 = /\$([^$]+)\$/g;

/** The length of the part in which R1 can match. Searching behind the last brace takes quadratic time. */
const lengthForR1 = (raw: string): number => raw.lastIndexOf('}') + 1;

/** R1 alone: `\mathbb{R}^d` → `R^d`. */
function applyR1(raw: string): string {
  const end = lengthForR1(raw);
  return raw.slice(0, end).replace(R1, '$1') + raw.slice(end);
}

/** The text that the captured page shows of an author's text. */
export function channel(raw: string): string {
  return applyR1(raw).replace(R2, (_, inner: string) => inner.replaceAll('\\', ''));
}

/** A formula of an author's text, and its place in the captured text. */
export interface TracedFormula {
  /** Offsets in the captured text. */
  start: number;
  end: number;
  /** Offset of the author's LaTeX in the author's text. */
  at: number;
  /** The author's LaTeX. */
  raw: string;
  /** The same after R1. */
  r1: string;
}

/** The captured text of an author's text, with the places of the formulas. */
export function traceChannel(raw: string): { text: string; formulas: TracedFormula[] } {
  let r1 = '';
  const origins: number[] = []; // for each character of r1, its index in raw
  const keep = (from: number, to: number): void => {
    for (let i = from; i < to; i++) origins.push(i);
    r1 += raw.slice(from, to);
  };
  let at = 0;
  for (const match of raw.slice(0, lengthForR1(raw)).matchAll(R1)) {
    const end = match.index + match[0].length;
    keep(at, match.index);
    keep(end - 1 - (match[1] ?? '').length, end - 1);
    at = end;
  }
  keep(at, raw.length);
  let text = '';
  let last = 0;
  const formulas: TracedFormula[] = [];
  for (const match of r1.matchAll(R2)) {
    const inner = match[1] ?? '';
    const end = match.index + match[0].length;
    text += r1.slice(last, match.index);
    const shown = inner.replaceAll('\\', '');
    const from = (origins[match.index] ?? 0) + 1;
    formulas.push({
      start: text.length,
      end: text.length + shown.length,
      at: from,
      r1: inner,
      raw: raw.slice(from, origins[end - 1]),
    });
    text += shown;
    last = end;
  }
  return { text: text + r1.slice(last), formulas };
}
