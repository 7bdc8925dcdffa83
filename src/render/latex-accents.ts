import { combining, latex2unicode } from 'unicode2latex';

const tables = {
  accents: combining.tounicode as Record<string, string>,
  commands: latex2unicode as Record<string, string | { text?: string; math?: string }>,
};

/**
 * A letter under a LaTeX accent as one Unicode letter; undefined where LaTeX has no such accent.
 * @param accent the character or letter behind the backslash: `"`, `'`, `v`
 * @example composeAccent('"', 'i') === 'ï'
 */
export function composeAccent(accent: string, letter: string): string | undefined {
  if (!Object.hasOwn(tables.accents, accent)) return undefined;
  const base = letter === '\\i' ? 'i' : letter === '\\j' ? 'j' : letter;
  return (base + tables.accents[accent]).normalize('NFC');
}

/**
 * The character that a LaTeX command stands for: `\ss` → ß, `\times` → ×, `\alpha` → α; undefined
 * where it stands for none.
 */
export function commandToUnicode(command: string): string | undefined {
  // The table takes the hat over a letter for the sign of a conjunction.
  if (/^\\(?:wide)?hat$/.test(command)) return undefined;
  if (!Object.hasOwn(tables.commands, command)) return undefined;
  const entry = tables.commands[command];
  const character = typeof entry === 'string' ? entry : (entry.text ?? entry.math);
  // A combining mark alone is an accent that waits for its letter, no character.
  return character === undefined || /^\p{M}|^\s*$/u.test(character) ? undefined : character;
}
