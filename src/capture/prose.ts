/**
 * What the text of a block says about its role, apart from its place and length.
 *
 * Measured over the 10,042 titles and abstracts of the five first seeds and of 558 days of daily
 * papers: no title ends in a full stop or a link, every abstract has several sentences or ends so
 * (4 are one sentence), and no title begins with a plain lower-case word (five begin with a name
 * such as `gsplat:`).
 */

/** Full stops and question marks of other scripts, `。` and `।`, need no space after them. */
const SENTENCE_BREAK =
  /(?:[.!?…]["'”’)\]}]*\s+|(?![.!?])\p{Sentence_Terminal}["'”’」』）)\]}]*\s*)(?=\S)/gu;
const FULL_STOP = /(?:[.…]|(?![!?！？؟])\p{Sentence_Terminal})["'”’」』）)\]}]*$/u;

/** Whether a text ends as a sentence of an abstract does: in a full stop or a link. */
function isClosed(text: string): boolean {
  const lastWord = text.slice(text.lastIndexOf(' ') + 1);
  return FULL_STOP.test(lastWord) || /^[([{<"']*https?:\/\//.test(lastWord);
}

/**
 * Whether a text is several sentences: two, the last one closed by a full stop or a link, or three
 * that end openly. `Does It Work? A Study of Bridges`, a common form of title, is not.
 */
export function hasSeveralSentences(text: string): boolean {
  const breakCount = text.match(SENTENCE_BREAK)?.length ?? 0;
  return isClosed(text) ? breakCount >= 1 : breakCount >= 3;
}

/** Whether a text goes on in lower case: `where x is …`, but not `gsplat: …`, `diffGrad`, `o1`. */
export function continuesInLowerCase(text: string): boolean {
  return /^\p{Ll}+(?=[.?!]?(?:[\s,;)]|$))/u.test(text);
}

/** Whether a block reads as prose: several sentences, or a continuation in lower case. */
export function readsAsProse(text: string): boolean {
  return hasSeveralSentences(text) || continuesInLowerCase(text);
}

/** Whether a block reads as an abstract: it is several sentences, or closed as one is. */
export function readsAsAbstract(text: string): boolean {
  return isClosed(text) || hasSeveralSentences(text);
}

/** Whether a block reads as a title: not as an abstract, nor as a continuation of one. */
export function readsAsTitle(text: string): boolean {
  return !readsAsAbstract(text) && !continuesInLowerCase(text);
}
