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
  return letters && prefix + letters.slice(0, maxKeyLength);
}

/** Where a formula falls into parts that are looked for by themselves. */
const seams =
  /\\(?:in|leq?|geq?|to|rightarrow|subseteq|subset|ll|gg|sim|approx|neq?|propto|mapsto|cdot)(?![a-zA-Z])|[=<>,;:|+]/;

/** The keys that a formula is found by: its own, and those of the sides of its relations. */
export function makeFormulaKeys(latex: string): string[] {
  const keys = [latex, ...latex.split(seams)].map(makeFormulaKey);
  // One letter is a word of the index already.
  return [...new Set(keys)].filter((key) => key.length > prefix.length + 1);
}

/** Whether a word of a query is a formula and no word: `O(n^2)`, `ℓ_0`, `R^d`. */
function isFormula(word: string): boolean {
  return (
    /[\^_{}=<>²³]|^\\?[a-zA-Z]+\(.*\)|\\[a-zA-Z]+[^a-zA-Z]/.test(word) && /[\p{L}\p{N}]/u.test(word)
  );
}

/**
 * A reader's query as the index spells it: formulas by their keys, `\epsilon` and `ϵ` by name. Spaces
 * within braces and brackets belong to the formula.
 */
export function toIndexQuery(query: string): string {
  const words = query.match(/(?:\{[^{}]*\}|\([^()]*\)|\\[a-zA-Z]+ |\S)+/g) ?? [];
  return words
    .map((word) => {
      if (isFormula(word)) return makeFormulaKey(word);
      return [...word]
        .map((c) => (c in symbols ? ` ${symbols[c]} ` : c))
        .join('')
        .replaceAll('\\', '')
        .trim();
    })
    .filter(Boolean)
    .join(' ');
}

/** An excerpt without the keys, which readers are not to see. */
export function hideFormulaKeys(excerpt: string): string {
  return excerpt.replace(/\s*(?:<mark>)?ƒ[a-z0-9]+\.?(?:<\/mark>)?/g, '');
}
