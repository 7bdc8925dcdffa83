/**
 * The parts of a title's words that must keep their capitals, whatever a bibliography does to titles: those
 * with capitals inside (`SlimFlow`, `PAM`), and names, as far as the paper's own abstract tells: what it
 * writes with a capital in the middle of sentences and never without. Hyphens and slashes part words, for
 * `Multi-Modal` is two.
 * @param title its text, whatever stands for formulas
 * @param abstract one line of text
 * @returns each once, in the order of the title
 * @example findKeptCapitals('Bayesian PAM for All', 'We show that Bayesian methods …') → ['Bayesian', 'PAM']
 */
export function findKeptCapitals(title: string, abstract: string): string[] {
  const words = [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word);
  const isKept = (word: string): boolean =>
    // A lone letter is a symbol or a name, if it is not the article.
    /.\p{Lu}|^(?!A$)\p{Lu}$/u.test(word) || (/^\p{Lu}./u.test(word) && isName(word, abstract));
  return [...new Set(words.filter(isKept))];
}

/** Whether a text takes a word for a name. */
function isName(word: string, text: string): boolean {
  return (
    findWord(text, word).some((at) => standsWithin(text, at)) &&
    findWord(text, word.toLowerCase()).every((at) => isOfWord(before(text, at)))
  );
}

/**
 * Where a text has a word, or a word that ends in it. By `indexOf`: a regular expression for each word of
 * each title took a tenth of a build.
 */
function findWord(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isOfWord(String.fromCodePoint(text.codePointAt(at + word.length) ?? 32))) places.push(at);
  }
  return places;
}

/** Whether a sentence goes on at a place: behind a word or a comma, and a space, a hyphen or a slash. */
function standsWithin(text: string, at: number): boolean {
  const goesOn = (end: number): boolean => /[\p{L}\p{N},)’']/u.test(before(text, end));
  if (/[-–/]/.test(before(text, at))) return goesOn(at - 1);
  const open = before(text, at) === '(' ? at - 1 : at;
  const end = text.slice(0, open).trimEnd().length;
  return end < open && goesOn(end);
}

/** The character that ends at a place; none at the beginning. */
function before(text: string, at: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') && at > 1;
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}

const isOfWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
