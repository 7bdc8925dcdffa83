import { combining, latex2unicode } from 'unicode2latex';

const tables = {
  accents: combining.tounicode as Record<string, string>,
  commands: latex2unicode as Record<string, string | { text?: string; math?: string }>,
};

/**
 * A letter with a LaTeX accent as a Unicode letter; undefined for an unknown accent.
 * @param accent the character or letter after the backslash: `"`, `'`, `v`
 * @example composeAccent('"', 'i') === 'ï'
 */
export function composeAccent(accent: string, letter: string): string | undefined {
  if (!Object.hasOwn(tables.accents, accent)) return undefined;
  const base = letter === '\\i' ? 'i' : letter === '\\j' ? 'j' : letter;
  return (base + tables.accents[accent]).normalize('NFC');
}

/** The character that a LaTeX command prints: `\ss` → ß, `\times` → ×; undefined if there is none. */
export function commandToUnicode(command: string): string | undefined {
  // The table has the sign of conjunction for these accents.
  if (/^\\(?:wide)?hat$/.test(command)) return undefined;
  if (!Object.hasOwn(tables.commands, command)) return undefined;
  const entry = tables.commands[command];
  const character = typeof entry === 'string' ? entry : (entry.text ?? entry.math);
  // A combining mark alone is an accent without its letter.
  return character === undefined || /^\p{M}|^\s*$/u.test(character) ? undefined : character;
}
