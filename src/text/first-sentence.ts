/** A period after one of these, or after an initial, does not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|et al|vs|cf|etc|resp|approx|Figs?|Eqs?|Sec|No|Dr)|\b\p{Lu})\.$/u;

/** The first sentence of a text, at most its first paragraph. @example firstSentence('We do, e.g. A. It works.') // 'We do, e.g. A.' */
export function firstSentence(text: string): string {
  const paragraph = text.trim().split(/\n\s*\n/, 1)[0] ?? '';
  for (const { index, 0: end } of paragraph.matchAll(/[.!?…]+["'”’)\]]*(?=\s+[^\s\p{Ll}])/gu)) {
    const sentence = paragraph.slice(0, index + end.length);
    if (!ABBREVIATION.test(sentence)) return sentence;
  }
  return paragraph;
}
