import { commandToUnicode, composeAccent } from '../../text/latex-accents.ts';

/** Accents of one letter: `\"o`, `\"{o}`, `\'\i`, `\v{s}`, `\c c`. */
const accents =
  /\\(["'`^~=.]|[cvuHkdbr](?![a-zA-Z]))\s*(?:\{\s*(\\[ij]|[a-zA-Z])\s*\}|(\\[ij](?![a-zA-Z])|[a-zA-Z]))/g;
/** Commands that print a letter: `\o`, `\ss{}`. */
const letters = /(\\[a-zA-Z]+)(?:\{\}|\s+)?/g;

/** A name that is written in LaTeX, as Unicode: `Schr{\"o}dinger` → `Schrödinger`. */
export function readLatexName(name: string): string {
  const text = name.includes('\\')
    ? name
        .replace(accents, (whole, accent, braced, bare) => {
          return composeAccent(accent, braced ?? bare) ?? whole;
        })
        .replace(letters, (whole, command) => commandToUnicode(command) ?? whole)
    : name;
  return text
    .replace(/[{}]/g, '')
    .replace(/\\ |~|\s+/g, ' ')
    .trim();
}
