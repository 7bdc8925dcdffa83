import { KATEX_COMMANDS } from './katex-commands.ts';

/** Sorts of formulas, as {@link sortOf} finds them; the model depends on the numbers. */
export const SORT = {
  letter: 0,
  greek: 1,
  /** A script without a base. */
  script: 2,
  command: 3,
  /** A number and a command. */
  factor: 4,
  withScript: 5,
  withRelation: 6,
  withBracket: 7,
  number: 8,
  word: 9,
  other: 10,
} as const;

const GREEK_NAME =
  /^(alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|Pi)$/;

/** The sort of formula (`SORT`) that a captured text would be. */
export function sortOf(captured: string): number {
  if (/^[A-Za-z]$/.test(captured)) return SORT.letter;
  if (/^[\u0370-\u03ff]$/.test(captured)) return SORT.greek;
  if (/^[A-Za-z]{2,}$/.test(captured)) {
    if (!KATEX_COMMANDS.has(captured)) return SORT.word;
    return GREEK_NAME.test(captured) ? SORT.greek : SORT.command;
  }
  if (/^[\^_]/.test(captured)) return SORT.script;
  if (!/[A-Za-z\u0370-\u03ff]/.test(captured)) return SORT.number;
  if (/^[\d.,]*\s*[a-z]{2,}\s*[\d.,]*$/.test(captured)) return SORT.factor;
  if (/[\^_]/.test(captured)) return SORT.withScript;
  if (/[=<>≤≥]|in |leq|geq/.test(captured)) return SORT.withRelation;
  if (/[([{|]/.test(captured)) return SORT.withBracket;
  return SORT.other;
}
