/** R1 of the channel: the first replacement, `\name{…}` → `…`, up to the first `}`; one pass. */
const R1 = /\\[a-zA-Z]+\{([^}]*)\}/g;
/** R2 of the channel: the second replacement, the inside of `$…$` without its backslashes. */
const R2 = /\$([^$]+)\$/g;

/** The channel's first replacement alone: `\mathbb{R}^d` → `R^d`. */
function applyR1(raw: string): string {
  // There is no match after the last brace, and searching for one takes quadratic time.
  const end = raw.lastIndexOf('}') + 1;
  return raw.slice(0, end).replace(R1, '$1') + raw.slice(end);
}

/** What the page that the captures came from made of an author's text. */
export function channel(raw: string): string {
  return applyR1(raw).replace(R2, (_, inner: string) => inner.replaceAll('\\', ''));
}

/**
 * A formula followed through the channel: `start`–`end` are its offsets in the captured text, `raw`
 * the author's LaTeX, `r1` the same after R1 only.
 */
export interface TracedFormula {
  start: number;
  end: number;
  raw: string;
  r1: string;
}

/** The channel, with each formula's place in what comes out; for training and measuring. */
export function traceChannel(raw: string): { text: string; formulas: TracedFormula[] } {
  let r1 = '';
  const origins: number[] = []; // for each character of r1, its index in raw
  const keep = (from: number, to: number): void => {
    for (let i = from; i < to; i++) origins.push(i);
    r1 += raw.slice(from, to);
  };
  let at = 0;
  for (const match of raw.matchAll(R1)) {
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
      r1: inner,
      raw: raw.slice(from, origins[end - 1]),
    });
    text += shown;
    last = end;
  }
  return { text: text + r1.slice(last), formulas };
}
