/**
 * Formulas in the search index. As Pagefind indexes words, a formula becomes one from its letters and
 * digits. LaTeX and captured text give the same word, as it leaves out exactly what the captured page
 * lacks (backslashes, `\mathbb{…}`).
 */

/**
 * Prefix of all keys, which no word of prose has: if Pagefind does not find a key it searches for words
 * with the same beginning, which then are formulas as well.
 */
const prefix = 'ƒ';
const maxKeyLength = 64;

/** Commands that change the appearance of a formula and not its letters. */
const looks =
  /\\?(?:math(?:bb|cal|bf|rm|sf|it|tt|frak|scr)|boldsymbol|operatorname\*?|textrm|text|widetilde|widehat|overline|tilde|hat|left|right|displaystyle|limits|[bB]igg?[lr]?)(?![a-zA-Z])/g;

/** Synonyms, and the shortest one. */
const synonyms: [RegExp, string][] = [
  [/leq(?![a-z])/g, 'le'],
  [/geq(?![a-z])/g, 'ge'],
  [/rightarrow(?![a-z])/g, 'to'],
  [/var(?=epsilon|phi|theta|rho)/g, ''],
];

/** The LaTeX names of symbols that readers type and newer captures contain. */
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
 * @returns `''` if it has no letters and digits
 * @example makeFormulaKey('\\mathbb{R}^{m\\times n}') === makeFormulaKey('R^{mtimes n}') // 'ƒrmtimesn'
 */
export function makeFormulaKey(formula: string): string {
  let text = [...formula]
    .map((c) => symbols[c] ?? c)
    .join('')
    .replace(looks, ' ');
  for (const [name, short] of synonyms) text = text.replace(name, short);
  const letters = text.replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
  // A single letter needs an end, otherwise it would be the beginning of many keys.
  return letters && prefix + letters.slice(0, maxKeyLength) + (letters.length === 1 ? prefix : '');
}

/** Commands that separate two sides of a relation. */
const relations =
  'in|leq?|geq?|to|rightarrow|subseteq|subset|ll|gg|sim|approx|neq?|propto|mapsto|cdot';

/** Separators of the parts of a formula that are searched for by themselves. */
const seams = new RegExp(`\\\\(?:${relations})(?![a-zA-Z])|[=<>,;:|+]`);

/** The keys that a formula is found by: its own, and those of the sides of its relations. */
export function makeFormulaKeys(latex: string): string[] {
  const keys = [latex, ...latex.split(seams)].map(makeFormulaKey);
  return [...new Set(keys)].filter(Boolean);
}

/**
 * Whether a word of a query is a formula: `O(n^2)`, `ℓ_0`, `R^d`, `n+1`. A word with a plus at its end
 * (`C++`, `50K+`) is not.
 */
function isFormula(word: string): boolean {
  return (
    /[\^_{}=<>²³]|[^+]\+[^+]|^\\?[a-zA-Z]+\(.*\)|\\[a-zA-Z]+[^a-zA-Z]/.test(word) &&
    /[\p{L}\p{N}]/u.test(word)
  );
}

/** A word that is not a formula, with the names of symbols and commands. */
function spellWord(word: string): string {
  return [...word]
    .map((c) => (c in symbols ? ` ${symbols[c]} ` : c))
    .join('')
    .replace(/[\\$]/g, ' ')
    .trim();
}

/** A word or formula of a query: as typed, and as in the index. */
export interface QueryWord {
  typed: string;
  spelled: string;
}

/** Formulas between dollars; `from $5 to $6` has none. */
const betweenDollars = /\$(?=\S)([^$]*(?<=\S))\$(?!\d)/;

/** Other words; spaces in braces and brackets, which may nest once, and around commands belong to them. */
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

/** A reader's query as in the index: formulas by their keys, `\epsilon` and `ϵ` by name. */
export function toIndexQuery(query: string): string {
  return readQuery(query)
    .map(({ spelled }) => spelled)
    .join(' ');
}

/** The word that all papers with formulas are indexed with, see `makeDayKey`. */
export const mathKey = 'ƒhasmath';

/**
 * The word that all papers captured on a day are indexed with. It replaces a filter of Pagefind, whose
 * values are written in an order that differs from build to build.
 * @param date ISO date
 */
export function makeDayKey(date: string): string {
  return `${prefix}day${date.replaceAll('-', '')}`;
}

/** The ISO date of a day's key, which other characters may follow; undefined for other words. */
export function readDayKey(word: string): string | undefined {
  const [, year, month, day] = /^ƒday(\d{4})(\d{2})(\d{2})(?!\d)/.exec(word) ?? [];
  return year && `${year}-${month}-${day}`;
}

/** The word for the identity of a paper if it is not the slug; without hyphens, which separate words. */
export function makeIdentityKey(identity: string): string {
  return [`${prefix}identity`, ...identity.split('-')].join(prefix);
}

/** The identity in such a key, which other characters may follow; undefined for other words. */
export function readIdentityKey(word: string): string | undefined {
  const [, slug] = /^ƒidentityƒ([a-z0-9ƒ]+)/.exec(word) ?? [];
  return slug?.replaceAll(prefix, '-');
}

/**
 * The common beginning of the keys of the days of a month.
 * @param month `2025-03`
 */
export function makeMonthKey(month: string): string {
  return makeDayKey(month);
}
