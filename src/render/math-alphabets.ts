import { commandToUnicode } from '../text/latex-accents.ts';

/** The LaTeX commands for values of `mathvariant`. */
const commands: Readonly<Record<string, string>> = {
  bold: 'mathbf',
  'double-struck': 'mathbb',
  fraktur: 'mathfrak',
  monospace: 'mathtt',
  'sans-serif': 'mathsf',
  script: 'mathscr',
};

/** Alphabets that are contiguous in Unicode: the code points of A, a, Α and α. */
const alphabets: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bold: { Α: 0x1d6a8, α: 0x1d6c2 },
  'bold-italic': { A: 0x1d468, a: 0x1d482, Α: 0x1d71c, α: 0x1d736 },
};
const lengths: Readonly<Record<string, number>> = { A: 26, a: 26, Α: 25, α: 25 };

/**
 * A text in the Unicode characters for a value of `mathvariant`; undefined if a letter has none.
 * @example toMathAlphabet('double-struck', 'R') === 'ℝ'
 * @see https://www.w3.org/TR/mathml-core/#new-text-transform-mappings
 */
export function toMathAlphabet(variant: string, text: string): string | undefined {
  const letters = [...text].map(
    (letter) => findInCommands(variant, letter) ?? shift(variant, letter),
  );
  return letters.includes(undefined) ? undefined : letters.join('');
}

function findInCommands(variant: string, letter: string): string | undefined {
  return commands[variant] && commandToUnicode(`\\${commands[variant]}{${letter}}`);
}

function shift(variant: string, letter: string): string | undefined {
  for (const [first, target] of Object.entries(alphabets[variant] ?? {})) {
    const place = (letter.codePointAt(0) ?? 0) - (first.codePointAt(0) ?? 0);
    if (place >= 0 && place < lengths[first]) return String.fromCodePoint(target + place);
  }
  return undefined;
}
