/**
 * The words of a title that a bibliography must not change to lower case: those with inner capitals
 * (`SlimFlow`, `PAM`), and names, which the abstract writes with a capital within sentences and never
 * without. Hyphens and slashes separate words.
 * @param title plain text; formulas may be replaced by anything that is not a letter
 * @param abstract one line of plain text
 * @returns each word once, in the order of the title
 * @example findKeptCapitals('Bayesian PAM for All', 'We show that Bayesian methods …') → ['Bayesian', 'PAM']
 */
export function findKeptCapitals(title: string, abstract: string): string[] {
  const words = [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word);
  const isKept = (word: string): boolean =>
    // A single letter other than the article is a symbol or a name.
    /.\p{Lu}|^(?!A$)\p{Lu}$/u.test(word) || (/^\p{Lu}./u.test(word) && isName(word, abstract));
  return [...new Set(words.filter(isKept))];
}

/** Whether a text uses a word as a name. */
function isName(word: string, text: string): boolean {
  return (
    findWord(text, word).some((at) => standsWithin(text, at)) &&
    findWord(text, word.toLowerCase()).every((at) => isOfWord(before(text, at)))
  );
}

/**
 * The offsets of a word in a text, including words that end in it. Uses `indexOf`, as regular
 * expressions for each word of each title took a tenth of a build.
 */
function findWord(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isOfWord(String.fromCodePoint(text.codePointAt(at + word.length) ?? 32))) places.push(at);
  }
  return places;
}

/** Whether an offset is within a sentence: after a word or a comma, and a space, hyphen or slash. */
function standsWithin(text: string, at: number): boolean {
  const goesOn = (end: number): boolean => /[\p{L}\p{N},)’']/u.test(before(text, end));
  if (/[-–/]/.test(before(text, at))) return goesOn(at - 1);
  const open = before(text, at) === '(' ? at - 1 : at;
  const end = text.slice(0, open).trimEnd().length;
  return end < open && goesOn(end);
}

/** The character that ends at an offset; empty at the start. */
function before(text: string, at: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') && at > 1;
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}

const isOfWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
