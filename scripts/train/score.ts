import { traceChannel } from '../../src/restore/channel.ts';
import {
  type FormulaSegment,
  isFormula,
  joinCaptured,
  type Segment,
} from '../../src/restore/segments.ts';
import { isTypography } from './make-example.ts';

/** A span of a text, in characters. */
export interface Place {
  start: number;
  end: number;
}
/**
 * A line of a gold set: an abstract with its LaTeX (`raw`), or a captured text with the formulas of
 * its author (`spans`) and spans that may or may not be formulas (`optional`).
 */
export interface Gold {
  id: string;
  raw?: string;
  text?: string;
  spans?: (Place & { raw: string; r1: string })[];
  optional?: Place[];
}
/** Figures of a gold set. Ratios are 0 to 1 (`…Pct`: 0 to 100), null without anything to divide by. */
export interface Figures {
  docs: number;
  /** Texts whose segments do not join to the captured text. */
  broken: number;
  goldSpans: number;
  charPrecision: number | null;
  charRecall: number | null;
  charF1: number | null;
  spanPrecision: number | null;
  spanRecall: number | null;
  spanF1: number | null;
  /** Share of the authors' formulas that are exact up to the commands that R1 removed. */
  exactBackslashes: number | null;
  /** Share of the authors' formulas that are exact, see `normaliseFormula`. */
  exactLatex: number | null;
  proseDocs: number;
  proseDocsWithMathPct: number | null;
  /** Formulas restored in texts without any; some of letters alone, some typed without dollars. */
  proseSpans: number;
  proseWordSpans: number;
  formulaFalseMarks: number;
}
/** A restored formula and whether it is exactly the author's. */
export interface ScoredFormula {
  probability: number;
  isExact: boolean;
}

const command = (names: string): RegExp => new RegExp(`\\\\(?:${names})(?![a-zA-Z])`, 'g');
const SYNONYMS: [RegExp, string][] = [
  [command('le'), '\\leq'],
  [command('ge'), '\\geq'],
  [command('to'), '\\rightarrow'],
  [command('ne'), '\\neq'],
  [command('lbrace'), '\\{'],
  [command('rbrace'), '\\}'],
  [command('widetilde'), '\\tilde'],
  [command('widehat'), '\\hat'],
  [command('overline'), '\\bar'],
  [command('dots|cdots|ldots'), '\\ldots'],
  [command('left|right|big|Big|bigg|Bigg|bigl|bigr|displaystyle|limits|nolimits'), ''],
  [/\\[,;:! ]/g, ''],
  [/~/g, ''],
  [/\\operatorname\*?/g, '\\mathrm'],
  [command('text|textrm|textup|rm|mbox'), '\\mathrm'],
  [/\\lvert|\\rvert|\\vert/g, '|'],
  [/\\(l|r)?Vert/g, '\\|'],
  [/\s+/g, ''],
];
const unbrace = (s: string): string => s.replace(/\{(\\[a-zA-Z]+|[^\\{}])\}/g, '$1');
/** A formula with one spelling of synonyms, and without spaces and unnecessary braces. */
export function normaliseFormula(latex: string): string {
  return unbrace(unbrace(SYNONYMS.reduce((s, [pattern, by]) => s.replace(pattern, by), latex)));
}
/** The same without numbers and stops at its edges, which authors also write outside of dollars. */
export const normaliseCore = (latex: string): string =>
  normaliseFormula(latex).replace(/^[0-9.,;:]+|[0-9.,;:]+$/g, '');

const isEdge = (c: string): boolean => /[0-9.,;:\s]/.test(c);

/**
 * A key of a span without numbers, stops and spaces at its edges, as authors write both `20$\times$`
 * and `$20\times$`; empty if nothing is left.
 */
export function placeKey(text: string, { start, end }: Place): string {
  while (start < end && isEdge(text[start])) start++;
  while (end > start && isEdge(text[end - 1])) end--;
  return start === end ? '' : `${start}:${end}`;
}

/** For each character 1 if it belongs to a formula, 2 if it may. */
function markText(text: string, asked: readonly Place[], free: readonly Place[]): Uint8Array {
  const mark = new Uint8Array(text.length);
  for (const { start, end } of asked) {
    mark.fill(1, start, end);
    for (let i = start - 1; i >= 0 && isEdge(text[i]); i--) if (mark[i] === 0) mark[i] = 2;
    for (let i = end; i < text.length && isEdge(text[i]); i++) if (mark[i] === 0) mark[i] = 2;
    for (let i = start; i < end && isEdge(text[i]); i++) mark[i] = 2;
    for (let i = end - 1; i >= start && isEdge(text[i]); i--) mark[i] = 2;
  }
  for (const { start, end } of free) mark.fill(2, start, end);
  return mark;
}

/** The formulas of segments with their places. */
function placeFormulas(segments: readonly Segment[]): (FormulaSegment & Place)[] {
  let end = 0;
  return segments.flatMap((s) => {
    const start = end;
    end += isFormula(s) ? s.captured.length : s.text.length;
    return isFormula(s) ? [{ ...s, start, end }] : [];
  });
}

const ratio = (a: number, b: number): number | null => (b === 0 ? null : +(a / b).toFixed(4));

/**
 * Compares restored texts, by their ids, with the LaTeX of their authors.
 * @returns the figures, and each restored formula unless it is optional
 */
export function scoreRestored(
  gold: readonly Gold[],
  restored: ReadonlyMap<string, readonly Segment[]>,
): { figures: Figures; formulas: ScoredFormula[] } {
  const n = { docs: 0, broken: 0, asked: 0, found: 0, predicted: 0, exactR1: 0, exact: 0 };
  const chars = { both: 0, restored: 0, asked: 0 };
  const prose = { docs: 0, hit: 0, spans: 0, words: 0, typed: 0 };
  const scored: ScoredFormula[] = [];
  for (const { id, raw = '', ...g } of gold) {
    const segments = restored.get(id);
    const traced = g.spans ? { text: g.text ?? '', formulas: g.spans } : traceChannel(raw);
    const { text } = traced;
    if (!segments || joinCaptured(segments) !== text) {
      n.broken++;
      continue;
    }
    n.docs++;
    const { optional = [] } = g;
    const key = (p: Place): string => placeKey(text, p);
    const counts = (p: Place): boolean =>
      key(p) !== '' && !optional.some((o) => p.start >= o.start && p.end <= o.end);
    const free = traced.formulas.filter((f) => isTypography(f.raw));
    const asked = traced.formulas.filter((f) => !isTypography(f.raw));
    const formulas = placeFormulas(segments);
    const mark = markText(text, asked, [...free, ...optional]);
    const got = new Uint8Array(text.length);
    for (const f of formulas) got.fill(1, f.start, f.end);
    for (let i = 0; i < text.length; i++) {
      if (mark[i] === 2 || text[i] === ' ') continue;
      chars.both += mark[i] & got[i];
      chars.asked += mark[i];
      chars.restored += got[i];
    }
    if (traced.formulas.length === 0) {
      const wrong = formulas.filter(counts);
      prose.docs++;
      if (wrong.length > 0) prose.hit++;
      prose.spans += wrong.length;
      prose.words += wrong.filter((f) => /^[A-Za-z ,.'-]+$/.test(f.captured)).length;
      prose.typed += wrong.filter((f) => /[\d=<>+*/^_()[\]|≤≥×]/.test(f.captured)).length;
    }
    const byPlace = new Map(formulas.map((f) => [key(f), f]));
    const exact = new Set<FormulaSegment>();
    for (const f of asked.filter(counts)) {
      n.asked++;
      const found = byPlace.get(key(f));
      if (!found) continue;
      n.found++;
      const isExact = normaliseCore(found.latex) === normaliseCore(f.raw);
      if (isExact) exact.add(found);
      const r1 = found.latex.replace(/\\[a-zA-Z]+\{([^}]*)\}/g, '$1');
      if (isExact || normaliseCore(r1) === normaliseCore(f.r1)) n.exactR1++;
    }
    n.exact += exact.size;
    const freeKeys = new Set(free.map(key));
    const predicted = formulas.filter((f) => counts(f) && !freeKeys.has(key(f)));
    n.predicted += predicted.length;
    for (const f of predicted)
      if (normaliseFormula(f.latex) !== '')
        scored.push({ probability: f.probability ?? 1, isExact: exact.has(f) });
  }
  const figures = {
    docs: n.docs,
    broken: n.broken,
    goldSpans: n.asked,
    charPrecision: ratio(chars.both, chars.restored),
    charRecall: ratio(chars.both, chars.asked),
    charF1: ratio(2 * chars.both, chars.restored + chars.asked),
    spanPrecision: ratio(n.found, n.predicted),
    spanRecall: ratio(n.found, n.asked),
    spanF1: ratio(2 * n.found, n.predicted + n.asked),
    exactBackslashes: ratio(n.exactR1, n.asked),
    exactLatex: ratio(n.exact, n.asked),
    proseDocs: prose.docs,
    proseDocsWithMathPct: ratio(100 * prose.hit, prose.docs),
    proseSpans: prose.spans,
    proseWordSpans: prose.words,
    formulaFalseMarks: prose.typed,
  };
  return { figures, formulas: scored };
}
