import type { WordReader } from './word-reader.ts';

/** A feature for related papers: a word, two adjacent words, a formula or one of its commands. */
export interface Term {
  /** Its weighted occurrences: those in the title count three times. */
  count: number;
  /** As written in the paper: `k-medoids`, `Wasserstein`; for a formula, its LaTeX. */
  form: string;
  kind: 'word' | 'phrase' | 'formula';
  /** Whether `form` is from running text: in titles and at the beginning of sentences, words are capitalised. */
  isPlain: boolean;
}

/** The terms of a paper in few values, for storage; the n-th item of each belongs to the n-th term. */
export interface TermTable {
  /** Folded forms, a line each. */
  keys: string;
  counts: number[];
  /** A letter each: w, p or f, a capital if the form is from running text. */
  kinds: string;
  /** Forms as written in the paper, a line each; empty if equal to the folded form. */
  forms: string;
}

const kinds: Readonly<Record<string, Term['kind']>> = {
  ...{ w: 'word', p: 'phrase', f: 'formula' },
  ...{ W: 'word', P: 'phrase', F: 'formula' },
};

/** Terms by their folded form as a table. */
export function tabulateTerms(terms: ReadonlyMap<string, Term>): TermTable {
  const all = [...terms];
  const letter = ({ kind, isPlain }: Term): string => {
    const [initial] = kind === 'formula' ? 'f' : kind;
    return isPlain ? initial.toUpperCase() : initial;
  };
  return {
    keys: all.map(([key]) => key).join('\n'),
    counts: all.map(([, { count }]) => count),
    kinds: all.map(([, term]) => letter(term)).join(''),
    forms: all.map(([key, { form }]) => (form === key ? '' : form.replace(/\s+/g, ' '))).join('\n'),
  };
}

/** The kind of the n-th term of a table. */
export const kindOfTerm = (table: TermTable, n: number): Term['kind'] => kinds[table.kinds[n]];

/** The n-th term of a table. @param forms its forms, one an entry */
export function readTerm(table: TermTable, n: number, key: string, forms: readonly string[]): Term {
  const isPlain = table.kinds[n] !== table.kinds[n].toLowerCase();
  return { count: table.counts[n], form: forms[n] || key, kind: kindOfTerm(table, n), isPlain };
}

/** A text with its formulas taken out. */
export interface WordsAndFormulas {
  /** Cleaned text, with a line break in place of each formula. */
  text: string;
  /** The LaTeX of the formulas. */
  formulas: readonly string[];
}

/** The text of a paper. */
export interface PaperText {
  title: WordsAndFormulas;
  abstract: WordsAndFormulas;
}

/** How many times an occurrence in the title counts. */
const titleWeight = 3;
/** The start of a web address, and a part that only web addresses contain. */
const addressHead = /(?:https?:\/\/|www\.)(?=\S)/;
const addressDomain = /\.(?:io|com|org|co)\//;
const phraseEnds = /[.,;:!?()[\]{}"“”|\n]|\s[-–—]+\s|--+|—/;
/** A word, or several joined by hyphens. */
const unitPattern = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/gu;
/** More words than this joined are not a name: `state-of-the-art`. */
const mostJoined = 3;

/**
 * The terms of a paper by their folded form, the words of a phrase with a space between: `low-rank` and
 * `low rank` are one. Formulas begin with `$`, which no word does.
 */
export function listTerms({ title, abstract }: PaperText, reader: WordReader): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const [part, weight] of [
    [title, titleWeight],
    [abstract, 1],
  ] as const) {
    for (const latex of part.formulas) addFormula(terms, latex, weight);
    addText(terms, part.text, weight, reader);
  }
  return terms;
}

function add(
  terms: Map<string, Term>,
  key: string,
  weight: number,
  kind: Term['kind'],
  form: string,
  isPlain = true,
): void {
  const known = terms.get(key);
  if (!known) terms.set(key, { count: weight, form, kind, isPlain });
  else {
    known.count += weight;
    if (isPlain && !known.isPlain) Object.assign(known, { form, isPlain });
  }
}

/** A formula is a term as a whole, and so is each of its commands. */
function addFormula(terms: Map<string, Term>, latex: string, weight: number): void {
  const bare = latex.replace(/\s+/g, '');
  const isTelling = bare.length >= 3 && bare.length <= 40 && /[^\p{L}\p{N}.,%]/u.test(bare);
  if (isTelling) add(terms, `$${bare}`, weight, 'formula', latex.trim());
  for (const command of new Set(latex.match(/\\[a-zA-Z]{2,}/g)))
    if (command !== bare) add(terms, `$${command}`, weight, 'formula', command);
}

/** A unit of a phrase: a word, or words joined by hyphens. */
interface Unit {
  key: string;
  isTelling: boolean;
  isPlain: boolean;
}

/** Replaces each web address with a line break, in linear time. */
export function withoutAddresses(text: string): string {
  if (!addressHead.test(text) && !addressDomain.test(text)) return text;
  return text.replace(/\S+/g, (run) => {
    const head = run.search(addressHead);
    // An address without a scheme starts at the first letter or digit: `(github.com/x`.
    const start = run.search(/\w/);
    const hasDomain = start >= 0 && addressDomain.test(run.slice(start + 1));
    const cut = Math.min(...[head, hasDomain ? start : -1].filter((at) => at >= 0));
    return Number.isFinite(cut) ? `${run.slice(0, cut)}\n` : run;
  });
}

function addText(terms: Map<string, Term>, text: string, weight: number, reader: WordReader): void {
  const isTitle = weight > 1;
  for (const phrase of withoutAddresses(text).split(phraseEnds)) {
    let before: Unit | undefined;
    let start = 0;
    for (const match of phrase.matchAll(unitPattern)) {
      const form = match[0];
      const unit = addUnit(terms, form, weight, reader, !isTitle && before !== undefined);
      if (before?.isTelling && unit.isTelling) {
        const both = phrase.slice(start, match.index + form.length).replace(/\s+/g, ' ');
        const isPlain = unit.isPlain && before.isPlain;
        add(terms, `${before.key} ${unit.key}`, weight, 'phrase', both, isPlain);
      }
      before = unit;
      start = match.index;
    }
  }
}

/** `k-means` and `GPT-4` are terms as a whole, although their parts are not. */
function addUnit(
  terms: Map<string, Term>,
  form: string,
  weight: number,
  reader: WordReader,
  isPlain: boolean,
): Unit {
  const parts = form.split(/[-‐‑]/);
  if (parts.length === 1) {
    const { key, isTelling } = reader.read(form);
    if (isTelling) add(terms, key, weight, 'word', form, isPlain);
    return { key, isTelling, isPlain };
  }
  const words = parts.map((part) => reader.read(part));
  const key = words.map((word) => word.key).join(' ');
  if (words.length > mostJoined) return { key, isTelling: false, isPlain };
  words.forEach(({ key, isTelling }, i) => {
    if (isTelling) add(terms, key, weight, 'word', parts[i], isPlain);
    if (i === 0 || words.length === 2 || !isTelling || !words[i - 1].isTelling) return;
    // `quasi-Monte-Carlo` matches `Monte Carlo`.
    const pair = `${words[i - 1].key} ${key}`;
    add(terms, pair, weight, 'phrase', `${parts[i - 1]}-${parts[i]}`, isPlain);
  });
  const isName = words.some((word) => word.isTelling || word.isLetter);
  if (isName) add(terms, key, weight, 'phrase', form, isPlain);
  return { key, isTelling: isName && words.every((word) => word.isTelling), isPlain };
}
