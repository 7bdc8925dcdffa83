import { traceChannel } from '../../src/restore/channel.ts';
import { isFormula, type Segment } from '../../src/restore/segments.ts';
import { isTypography } from './make-example.ts';

/**
 * What a gold line may hold: the raw abstract, or the captured text with hand-checked spans and
 * places where either answer is right.
 */
export interface Gold {
  id: string;
  raw?: string;
  text?: string;
  spans?: { start: number; end: number; raw: string; r1: string }[];
  optional?: { start: number; end: number }[];
}
/**
 * Figures of a gold set; ratios 0–1 unless named Pct, null where there is nothing to divide by.
 * `formulaFalseMarks`: prose spans that hold a digit, an operator or a bracket, i.e. formulas typed
 * without `$`.
 */
export interface Figures {
  docs: number;
  broken: number;
  goldSpans: number;
  charPrecision: number | null;
  charRecall: number | null;
  charF1: number | null;
  spanPrecision: number | null;
  spanRecall: number | null;
  spanF1: number | null;
  exactBackslashes: number | null;
  exactLatex: number | null;
  proseDocs: number;
  proseDocsWithMathPct: number | null;
  proseSpans: number;
  proseWordSpans: number;
  formulaFalseMarks: number;
}

const SYNONYMS: [RegExp, string][] = [
  [/\\le(?![a-zA-Z])/g, '\\leq'],
  [/\\ge(?![a-zA-Z])/g, '\\geq'],
  [/\\to(?![a-zA-Z])/g, '\\rightarrow'],
  [/\\ne(?![a-zA-Z])/g, '\\neq'],
  [/\\lbrace(?![a-zA-Z])/g, '\\{'],
  [/\\rbrace(?![a-zA-Z])/g, '\\}'],
  [/\\widetilde(?![a-zA-Z])/g, '\\tilde'],
  [/\\widehat(?![a-zA-Z])/g, '\\hat'],
  [/\\overline(?![a-zA-Z])/g, '\\bar'],
  [/\\(dots|cdots|ldots)(?![a-zA-Z])/g, '\\ldots'],
  [/\\(left|right|big|Big|bigg|Bigg|bigl|bigr|displaystyle|limits|nolimits)(?![a-zA-Z])/g, ''],
  [/\\[,;:! ]/g, ''],
  [/~/g, ''],
  [/\\operatorname\*?/g, '\\mathrm'],
  [/\\(text|textrm|textup|rm|mbox)(?![a-zA-Z])/g, '\\mathrm'],
  [/\\lvert|\\rvert|\\vert/g, '|'],
  [/\\(l|r)?Vert/g, '\\|'],
];
const unbrace = (s: string): string => s.replace(/\{(\\[a-zA-Z]+|[^\\{}])\}/g, '$1');
/** A formula up to synonyms, spacing and needless braces. */
export function normaliseFormula(latex: string): string {
  return unbrace(
    unbrace(
      SYNONYMS.reduce((s, [pattern, by]) => s.replace(pattern, by), latex).replace(/\s+/g, ''),
    ),
  );
}
const withoutEdges = (latex: string): string =>
  normaliseFormula(latex).replace(/^[0-9.,;:]+|[0-9.,;:]+$/g, '');
const isEdge = (c: string | undefined): boolean => c !== undefined && /[0-9.,;:\s]/.test(c);
const ratio = (a: number, b: number): number | null => (b === 0 ? null : +(a / b).toFixed(4));

interface Place {
  start: number;
  end: number;
}

/**
 * A span without numbers, stops and spaces at its edges: authors write `20$\times$` as often as
 * `$20\times$`.
 */
function trimPlace(text: string, { start, end }: Place): Place {
  while (start < end && isEdge(text[start])) start++;
  while (end > start && isEdge(text[end - 1])) end--;
  return { start, end };
}

/** 1 where mathematics is asked for, 2 where either answer is right. */
function markText(text: string, asked: Place[], free: Place[]): Uint8Array {
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

/**
 * Scores restored texts against the authors' LaTeX; the same figures as the project's reference
 * scorer.
 */
export function scoreRestored(
  gold: readonly Gold[],
  restored: ReadonlyMap<string, readonly Segment[]>,
): Figures {
  const n = {
    docs: 0,
    broken: 0,
    tp: 0,
    fp: 0,
    fn: 0,
    asked: 0,
    found: 0,
    predicted: 0,
    lenient: 0,
    strict: 0,
    proseDocs: 0,
    proseHit: 0,
    proseSpans: 0,
    proseWordSpans: 0,
    formulaFalseMarks: 0,
  };
  for (const g of gold) {
    const segments = restored.get(g.id);
    const traced = g.spans ? { text: g.text ?? '', formulas: g.spans } : traceChannel(g.raw ?? '');
    const { text } = traced;
    if (!segments || segments.map((s) => (isFormula(s) ? s.captured : s.text)).join('') !== text) {
      n.broken++;
      continue;
    }
    n.docs++;
    const optional = (p: Place): boolean =>
      (g.optional ?? []).some((o) => p.start >= o.start && p.end <= o.end);
    const key = (p: Place): string => {
      const t = trimPlace(text, p);
      return `${t.start}:${t.end}`;
    };
    const isEmpty = (p: Place): boolean => {
      const t = trimPlace(text, p);
      return t.start === t.end;
    };
    const care = traced.formulas.filter((f) => !isTypography(f.raw));
    const free = traced.formulas.filter((f) => isTypography(f.raw));
    const formulas: (Place & { latex: string; captured: string })[] = [];
    let at = 0;
    for (const s of segments) {
      const piece = isFormula(s) ? s.captured : s.text;
      if (isFormula(s))
        formulas.push({ start: at, end: at + piece.length, latex: s.latex, captured: piece });
      at += piece.length;
    }
    const mark = markText(text, care, [...free, ...(g.optional ?? [])]);
    const got = new Uint8Array(text.length);
    for (const f of formulas) got.fill(1, f.start, f.end);
    for (let i = 0; i < text.length; i++) {
      if (mark[i] === 2 || text[i] === ' ') continue;
      if (mark[i] === 1 && got[i] === 1) n.tp++;
      else if (mark[i] === 1) n.fn++;
      else if (got[i] === 1) n.fp++;
    }
    const freeKeys = new Set(free.map(key));
    n.predicted += formulas.filter(
      (f) => !freeKeys.has(key(f)) && !isEmpty(f) && !optional(f),
    ).length;
    if (traced.formulas.length === 0) {
      const wrong = formulas.filter((f) => !optional(f) && !isEmpty(f));
      n.proseDocs++;
      if (wrong.length > 0) n.proseHit++;
      n.proseSpans += wrong.length;
      n.proseWordSpans += wrong.filter((f) => /^[A-Za-z ,.'-]+$/.test(f.captured)).length;
      n.formulaFalseMarks += wrong.filter((f) => /[\d=<>+*/^_()[\]|≤≥×]/.test(f.captured)).length;
    }
    const byPlace = new Map(formulas.map((f) => [key(f), f]));
    for (const f of care) {
      if (isEmpty(f) || optional(f)) continue;
      n.asked++;
      const q = byPlace.get(key(f));
      if (!q) continue;
      n.found++;
      const isStrict = withoutEdges(q.latex) === withoutEdges(f.raw);
      if (isStrict) n.strict++;
      if (
        isStrict ||
        withoutEdges(q.latex.replace(/\\[a-zA-Z]+\{([^}]*)\}/g, '$1')) === withoutEdges(f.r1)
      )
        n.lenient++;
    }
  }
  return {
    docs: n.docs,
    broken: n.broken,
    goldSpans: n.asked,
    charPrecision: ratio(n.tp, n.tp + n.fp),
    charRecall: ratio(n.tp, n.tp + n.fn),
    charF1: ratio(2 * n.tp, 2 * n.tp + n.fp + n.fn),
    spanPrecision: ratio(n.found, n.predicted),
    spanRecall: ratio(n.found, n.asked),
    spanF1: ratio(2 * n.found, n.predicted + n.asked),
    exactBackslashes: ratio(n.lenient, n.asked),
    exactLatex: ratio(n.strict, n.asked),
    proseDocs: n.proseDocs,
    proseDocsWithMathPct: ratio(100 * n.proseHit, n.proseDocs),
    proseSpans: n.proseSpans,
    proseWordSpans: n.proseWordSpans,
    formulaFalseMarks: n.formulaFalseMarks,
  };
}
