/**
 * How formulas are spelled in the search index. Pagefind indexes words: a formula becomes one, made of
 * its letters and digits. Author's LaTeX and what the capture made of it give the same word, because
 * exactly what the page destroys (backslashes, `\mathbb{…}`) is left out of it.
 */

/**
 * Begins every key and no word of prose: what Pagefind falls back to where a key is not found, words
 * with the same beginning, are formulas too.
 */
const prefix = 'ƒ';
const maxKeyLength = 64;

/** Commands that change the looks of a formula and not its letters. */
const looks =
  /\\?(?:math(?:bb|cal|bf|rm|sf|it|tt|frak|scr)|boldsymbol|operatorname\*?|textrm|text|widetilde|widehat|overline|tilde|hat|left|right|displaystyle|limits|[bB]igg?[lr]?)(?![a-zA-Z])/g;

/** Names for one thing: the shortest stands for all. */
const synonyms: [RegExp, string][] = [
  [/leq(?![a-z])/g, 'le'],
  [/geq(?![a-z])/g, 'ge'],
  [/rightarrow(?![a-z])/g, 'to'],
  [/var(?=epsilon|phi|theta|rho)/g, ''],
];

/** Symbols that readers type or newer captures hold, by the names that LaTeX has for them. */
const symbols: Readonly<Record<string, string>> = {
  ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ϵ: 'epsilon', ζ: 'zeta' },
  ...{ η: 'eta', θ: 'theta', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi' },
  ...{ ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'phi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega' },
  ...{ Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Π: 'Pi', Σ: 'Sigma', Φ: 'Phi' },
  ...{ Ψ: 'Psi', Ω: 'Omega', ℓ: 'ell', '×': 'times', '∈': 'in', '≤': 'le', '≥': 'ge' },
  ...{ '→': 'to', '∞': 'infty', ℝ: 'R', ℕ: 'N', ℤ: 'Z', ℂ: 'C', '²': '2', '³': '3' },
};

/**
 * The key of a formula, from LaTeX or from captured text.
 * @returns `''` where nothing of it can be spelled
 * @example makeFormulaKey('\\mathbb{R}^{m\\times n}') === makeFormulaKey('R^{mtimes n}') // 'ƒrmtimesn'
 */
export function makeFormulaKey(formula: string): string {
  let text = [...formula]
    .map((c) => symbols[c] ?? c)
    .join('')
    .replace(looks, ' ');
  for (const [name, short] of synonyms) text = text.replace(name, short);
  const letters = text.replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
  // A letter alone needs an end, or it would be the beginning of every key that begins so.
  return letters && prefix + letters.slice(0, maxKeyLength) + (letters.length === 1 ? prefix : '');
}

/** Commands between two sides. */
const relations =
  'in|leq?|geq?|to|rightarrow|subseteq|subset|ll|gg|sim|approx|neq?|propto|mapsto|cdot';

/** Where a formula falls into parts that are looked for by themselves. */
const seams = new RegExp(`\\\\(?:${relations})(?![a-zA-Z])|[=<>,;:|+]`);

/** The keys that a formula is found by: its own, and those of the sides of its relations. */
export function makeFormulaKeys(latex: string): string[] {
  const keys = [latex, ...latex.split(seams)].map(makeFormulaKey);
  return [...new Set(keys)].filter(Boolean);
}

/**
 * Whether a word of a query is a formula and no word: `O(n^2)`, `ℓ_0`, `R^d`, `n+1`. A plus at the end of
 * a word (`C++`, `50K+`) is none of a formula.
 */
function isFormula(word: string): boolean {
  return (
    /[\^_{}=<>²³]|[^+]\+[^+]|^\\?[a-zA-Z]+\(.*\)|\\[a-zA-Z]+[^a-zA-Z]/.test(word) &&
    /[\p{L}\p{N}]/u.test(word)
  );
}

/** A word that is no formula, symbols and commands by their names. */
function spellWord(word: string): string {
  return [...word]
    .map((c) => (c in symbols ? ` ${symbols[c]} ` : c))
    .join('')
    .replace(/[\\$]/g, ' ')
    .trim();
}

/** A word or formula of a query: as it was typed, and as the index spells it. */
export interface QueryWord {
  typed: string;
  spelled: string;
}

/** Formulas between dollars, by the rule that leaves `from $5 to $6` alone. */
const betweenDollars = /\$(?=\S)([^$]*(?<=\S))\$(?!\d)/;

/** Elsewhere: words, with the spaces within braces and brackets, which may nest, and around commands. */
const partsOfWord = [
  /\{(?:[^{}]|\{[^{}]*\})*\}/,
  /\((?:[^()]|\([^()]*\))*\)/,
  new RegExp(` +(?=\\\\(?:times|${relations})(?![a-zA-Z]))`),
  /\\[a-zA-Z]+ /,
  /[^\s$]/,
];
const wordOrFormula = new RegExp(`(?:${partsOfWord.map((part) => part.source).join('|')})+`, 'g');

/** The words and formulas of a reader's query. */
export function readQuery(query: string): QueryWord[] {
  return query
    .split(betweenDollars)
    .flatMap((part, i): QueryWord[] => {
      if (i % 2 === 1) return [{ typed: part, spelled: makeFormulaKey(part) }];
      const words = part.match(wordOrFormula) ?? [];
      return words.map((typed) => ({
        typed: typed.trim(),
        spelled: isFormula(typed) ? makeFormulaKey(typed) : spellWord(typed),
      }));
    })
    .filter(({ spelled }) => spelled !== '');
}

/** A reader's query as the index spells it: formulas by their keys, `\epsilon` and `ϵ` by name. */
export function toIndexQuery(query: string): string {
  return readQuery(query)
    .map(({ spelled }) => spelled)
    .join(' ');
}

/** The word that all papers with formulas are indexed with, see `makeDayKey`. */
export const mathKey = 'ƒhasmath';

/**
 * The word that all papers captured on a day are indexed with, given as an ISO date. Pagefind's filters
 * would do, but where there is more than one value they are written in an order that differs from build
 * to build.
 */
export function makeDayKey(date: string): string {
  return `${prefix}day${date.replaceAll('-', '')}`;
}

/** The ISO date of a day's key, whatever stands behind it; undefined where a word is none. */
export function readDayKey(word: string): string | undefined {
  const [, year, month, day] = /^ƒday(\d{4})(\d{2})(\d{2})(?!\d)/.exec(word) ?? [];
  return year && `${year}-${month}-${day}`;
}

/** The word that a paper is indexed with whose identity is not its slug: one word, for slugs have hyphens. */
export function makeIdentityKey(identity: string): string {
  return [`${prefix}identity`, ...identity.split('-')].join(prefix);
}

/** The identity of such a key, whatever stands behind it; undefined where a word is none. */
export function readIdentityKey(word: string): string | undefined {
  const [, slug] = /^ƒidentityƒ([a-z0-9ƒ]+)/.exec(word) ?? [];
  return slug?.replaceAll(prefix, '-');
}

/**
 * The beginning that the keys of all days of a month have.
 * @param month `2025-03`
 */
export function makeMonthKey(month: string): string {
  return makeDayKey(month);
}
