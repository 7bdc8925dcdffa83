import type { Author } from './metadata.ts';

/** Words that begin a family name, in lower case as they are written. */
const particles =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter|zu|zur|vom)$/;
/** Words by which a name is that of a group. */
const groups =
  /\b(?:team|group|collaboration|consortium|labs?|inc|research|institute|university|community|project|authors?)\b/i;
const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * Divides a name that is written given name first: `Valentin de Bortoli` → `{ family: 'de Bortoli', given: 'Valentin' }`.
 * The rule is BibTeX's: the family name is the last word, with the words in lower case before it. Names of one word and
 * of groups are not divided.
 * @see https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf section 11
 */
export function splitName(text: string): Author {
  const name = text.trim().replace(/\s+/g, ' ');
  const [family = '', given = '', ...more] = name.split(/\s*,\s*/);
  if (given !== '' && more.length === 0 && family !== '') return { family, given };
  const words = name.split(' ');
  if (words.length < 2 || isGroup(name)) return { family: name };
  let first = words.length - 1;
  if (suffixes.test(words[first]) && first > 1) first--;
  while (first > 1 && particles.test(words[first - 1])) first--;
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') };
}

/** Whether a name is that of a group: `Qwen Team`. */
export const isGroup = (name: string): boolean => groups.test(name);

/** A name as it is read: `Valentin de Bortoli`. */
export const fullName = ({ family, given }: Author): string =>
  given === undefined ? family : `${given} ${family}`;
