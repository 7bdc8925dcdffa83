import { balanceBidi } from './balance-bidi.ts';

/** Controls and separators that separate words like a space. */
const OTHER_SPACE = /[\t\v\f\u0085\u2028\u2029\p{Zs}]/gu;
const ZERO_WIDTH = /[\u200B\u2060\uFEFF]/g;
const JOINERS = /[\u200C\u200D]+/g;
/**
 * Controls of terminals and printers, code points that are no characters, and halves of surrogate pairs, which only
 * escapes in JSON can give: neither HTML nor XML may hold them.
 */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Format characters, such as bidirectional controls, show nothing by themselves. */
const INVISIBLE_LINE = /^[\p{Cf}\s]*$/u;

/**
 * Normalises what a person cannot see in a seed's text.
 *
 * Line ends become `\n`, tabs and Unicode spaces become spaces, zero-width characters go, and so do
 * spaces at the end of a line, lines of format characters only and empty lines at the end of the file;
 * a text that is not empty ends in one `\n`. No line moves, so line numbers are the file's. The ledger has the hash of this text
 * in UTF-8: `normaliseSeed(normaliseSeed(text)) === normaliseSeed(text)`.
 *
 * Other control characters are made visible: U+0000 to U+001F and U+007F the pictures that
 * Unicode has for them (`\u001B` becomes `␛`), the rest of them, code points that are no characters
 * and halves of surrogate pairs U+FFFD. Bidirectional controls are balanced in each line.
 *
 * Letters stay as captured: NFC is not applied, because the round-trip check compares exactly.
 * Zero-width joiners stay inside words, where emoji and Persian need them, and are removed beside a space or at the
 * edge of a line.
 *
 * @see https://www.unicode.org/charts/PDF/U2400.pdf for the pictures of controls
 * @see https://www.unicode.org/reports/tr44/#General_Category_Values for `Zs`, the spaces
 */
export function normaliseSeed(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(ZERO_WIDTH, '')
    .replace(OTHER_SPACE, ' ')
    .replace(UNPRINTABLE, showControl)
    .split('\n')
    .map(balanceBidi)
    .join('\n')
    .replace(JOINERS, (run, offset, whole) => {
      const [before, after] = [whole[offset - 1] ?? ' ', whole[offset + run.length] ?? ' '];
      return /\s/.test(before + after) ? '' : run;
    })
    .split('\n')
    // Not `/ +$/gm`, which takes quadratic time over a long run of spaces inside a line.
    .map((line) => (INVISIBLE_LINE.test(line) ? '' : line.trimEnd()));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\n`).join('');
}

function showControl(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
}
