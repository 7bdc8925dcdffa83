/** Characters of scripts that put no spaces between words. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
/** A run of such a script, or of anything else. */
const stretch = new RegExp(`([${unspaced}]+)|[^${unspaced}]+`, 'gu');
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');

/**
 * The set of words of a text, in lower case: `The k-means of …` → `the`, `k`, `means`, `of` … Where a
 * script has no spaces between words, each pair of adjacent characters is a word: `数学研究` → `数学`, `学研`, `研究`.
 */
export function wordSet(text: string): Set<string> {
  const runs = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!hasUnspaced.test(text)) return new Set(runs);
  const words = new Set<string>();
  for (const run of runs) {
    for (const [part, row] of run.matchAll(stretch)) {
      for (const word of row === undefined ? [part] : pairsOf(row)) words.add(word);
    }
  }
  return words;
}

function pairsOf(part: string): string[] {
  const characters = [...part];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/**
 * Share of words that two texts have in common, 0 to 1 (Jaccard index of their word sets); undefined if it is below a
 * threshold, which is known for most pairs after a third of their words.
 */
export function wordOverlap(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  threshold = 0,
): number | undefined {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  // The Jaccard index is shared / (|a| + |b| − shared).
  const needed = (threshold * (a.size + b.size)) / (1 + threshold);
  let shared = 0;
  let left = small.size;
  for (const word of small) {
    if (shared + left < needed - 1e-9) return undefined;
    left--;
    if (large.has(word)) shared++;
  }
  const union = a.size + b.size - shared;
  const overlap = union === 0 ? 1 : shared / union;
  return overlap >= threshold ? overlap : undefined;
}
