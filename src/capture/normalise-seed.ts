/** Controls and separators that part words as a space does. */
const OTHER_SPACE = /[\t\v\f\u0085\u2028\u2029\p{Zs}]/gu;
const ZERO_WIDTH = /[\u200B\u2060\uFEFF]/g;
const JOINERS = /[\u200C\u200D]+/g;

/**
 * A seed's text with everything evened out that a person cannot see.
 *
 * Line ends become `\n`, tabs and Unicode spaces become spaces, zero-width characters go, and so do
 * spaces at the end of a line and empty lines at the end of the file; a text that is not empty ends
 * in one `\n`. No line moves, so line numbers are the file's. What the ledger hashes is this text
 * in UTF-8: `normaliseSeed(normaliseSeed(text)) === normaliseSeed(text)`.
 *
 * Letters stay as captured: NFC is not applied, because what is proved about an abstract later is
 * proved to the letter. Zero-width joiners stay inside words, where emoji and Persian mean
 * something by them, and go beside a space or at a line's edge.
 *
 * @see https://www.unicode.org/reports/tr44/#General_Category_Values for `Zs`, the spaces
 */
export function normaliseSeed(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(ZERO_WIDTH, '')
    .replace(OTHER_SPACE, ' ')
    .replace(JOINERS, (run, offset, whole) => {
      const [before, after] = [whole[offset - 1] ?? ' ', whole[offset + run.length] ?? ' '];
      return /\s/.test(before + after) ? '' : run;
    })
    .split('\n')
    // Not `/ +$/gm`, which takes quadratic time over a long run of spaces inside a line.
    .map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\n`).join('');
}
