/** UTF-16 code units of the characters that the restorer treats specially. */
export const CODE = {
  newline: 10,
  space: 32,
  quote: 34,
  dollar: 36,
  percent: 37,
  prime: 39,
  roundOpen: 40,
  roundClose: 41,
  comma: 44,
  hyphen: 45,
  stop: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  at: 64,
  squareOpen: 91,
  backslash: 92,
  squareClose: 93,
  caret: 94,
  under: 95,
  open: 123,
  bar: 124,
  close: 125,
  tilde: 126,
} as const;

/** Whether a code unit is A–Z or a–z. */
export const isLetterCode = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);

/** Whether a code unit is 0–9. */
export const isDigitCode = (c: number): boolean => c >= 48 && c <= 57;

/** Whether a code unit or token class is an opening bracket. */
export const isOpeningBracket = (c: number): boolean =>
  c === CODE.roundOpen || c === CODE.squareOpen || c === CODE.open;

/** Whether a code unit or token class is a closing bracket. */
export const isClosingBracket = (c: number): boolean =>
  c === CODE.roundClose || c === CODE.squareClose || c === CODE.close;
