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
  const letters = String.raw`(?<![\p{L}\p{N}])`;
  const end = String.raw`(?![\p{L}\p{N}])`;
  const within = new RegExp(String.raw`[\p{L}\p{N},)’'](?:\s+\(?|[-–/])${word}${end}`, 'u');
  return within.test(text) && !new RegExp(letters + word.toLowerCase() + end, 'u').test(text);
}
