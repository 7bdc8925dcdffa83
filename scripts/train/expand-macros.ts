/**
 * One-letter macros of many authors for blackboard letters; in a capture they look as `\mathbb{R}`
 * does.
 */
const BLACKBOARD = /\\([RNZEFQC])(?![a-zA-Z{])/g;

/** An author's LaTeX with one-letter macros written out, when that leaves the capture as it is. */
export function expandMacros(raw: string): string {
  return raw.includes('\\')
    ? raw.replace(BLACKBOARD, (whole, letter: string, at: number) =>
        /\\[a-zA-Z]+\{[^}]*$/.test(raw.slice(0, at)) ? whole : `\\mathbb{${letter}}`,
      )
    : raw;
}
