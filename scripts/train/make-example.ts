import { type TracedFormula, traceChannel } from '../../src/restore/channel.ts';
import { type Tokens, tokenize } from '../../src/restore/tokenize.ts';

// Groups of plain text, and spacing, inside `$…$`. Without mathematics outside of them, a formula is
// only typography.
const TEXT_GROUP =
  /\\(textbf|textit|emph|texttt|textsf|textsc|text|underline|textrm|mbox|mathtt|unicode)\s*\{[^{}]*\}|\\(bf|it|tt|rm|sc)(?![a-zA-Z])|\\[%,.;:'"\s&#]/g;

/**
 * Whether the content of `$…$` is only typography (bold letters, `40\%`, a number, a word). Such
 * spans are learned as prose.
 */
export function isTypography(raw: string): boolean {
  return (raw.replace(TEXT_GROUP, ' ').match(/[a-zA-Z]+|[^a-zA-Z]/g) ?? []).every((t) =>
    /^([a-zA-Z]{2,}|[-–—0-9.,;:%(){}'"\s])$/.test(t),
  );
}

/** A formula in a captured text, with the edges that the tagger learns. */
export interface GoldSpan {
  start: number;
  end: number;
  /** The LaTeX of exactly this span; empty if it is unknown. */
  raw: string;
}
/** A text to learn from; labels are those of `LABELS`. */
export interface Example {
  tokens: Tokens;
  labels: Uint8Array;
  spans: GoldSpan[];
}

/** Commands that a number may directly precede. */
const TAKES_NUMBER = /^(times|cdot|sim|pm|mu|circ|epsilon|alpha|to|rightarrow|approx|le|ge)/;

/**
 * The edges of a formula as the tagger learns them. Authors write both `20$\times$` and
 * `$20\times$`: an adjacent number becomes part of the formula, stops and spaces do not.
 */
function canonicalise(text: string, start: number, end: number): [number, number] {
  while (start < end && /[\s,;:.]/.test(text[start])) start++;
  while (end > start && /[\s,;:.]/.test(text[end - 1])) end--;
  const before = /(?:^|[\s([~=<>+×])(\d[\d.,]*)$/.exec(text.slice(Math.max(0, start - 12), start));
  const rest = text.slice(start, start + 10).replace(TAKES_NUMBER, '+');
  if (before && !/^[a-zA-Z(|]/.test(rest)) start -= before[1].length;
  if (!/[\^_]\{?[^^_\s]*$/.test(text.slice(start, end))) {
    const after = /^\d[\d.,]*(?=[\s).,;:%]|$)/.exec(text.slice(end, end + 12));
    if (after && /[^0-9a-zA-Z]$|(sim|approx|times|pm|leq?|geq?)$/.test(text.slice(start, end)))
      end += after[0].replace(/[.,]+$/, '').length;
  }
  return [start, end];
}

/** The LaTeX of a formula with moved edges, empty if it cannot be cut there. */
function fitRaw(text: string, f: TracedFormula, start: number, end: number): string {
  let raw = f.raw;
  if (start > f.start) {
    const lost = text.slice(f.start, start);
    if (!raw.startsWith(lost)) return '';
    raw = raw.slice(lost.length);
  }
  if (end < f.end) {
    const lost = text.slice(end, f.end);
    if (!raw.endsWith(lost) || raw.at(-1 - lost.length) === '\\') return '';
    raw = raw.slice(0, raw.length - lost.length);
  }
  return (
    (start < f.start ? text.slice(start, f.start) : '') +
    raw +
    (end > f.end ? text.slice(f.end, end) : '')
  );
}

/**
 * The captured text of an author's text with the labels of its tokens. A formula that begins or ends
 * within a token includes the whole token.
 */
export function makeExample(raw: string): Example {
  const { text, formulas } = traceChannel(raw);
  const tokens = tokenize(text);
  const labels = new Uint8Array(tokens.count);
  const spans: GoldSpan[] = [];
  let at = 0;
  for (const f of formulas) {
    if (isTypography(f.raw)) continue;
    const [start, end] = canonicalise(text, f.start, f.end);
    if (start >= end) continue;
    while (at < tokens.count && tokens.ends[at] <= start) at++;
    const from = at;
    while (at < tokens.count && tokens.starts[at] < end) at++;
    if (at === from) continue;
    labels.fill(2, from, at);
    labels[from] = at - from === 1 ? 4 : 1;
    if (at - from > 1) labels[at - 1] = 3;
    spans.push({ start, end, raw: fitRaw(text, f, start, end) });
  }
  return { tokens, labels, spans };
}
