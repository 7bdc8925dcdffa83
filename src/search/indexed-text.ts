import { mathKey, readDayKey, readIdentityKey } from './formula-key.ts';

/**
 * Marks in the text that Pagefind indexes, which is more than readers are to see. They are private-use
 * characters: no capture has them, and Pagefind treats them as punctuation.
 */
const formulaStart = '\uE000';
const formulaEnd = '\uE001';
const hiddenStart = '\uE002';
const hiddenEnd = '\uE003';
const titleEnd = '\uE004';
const nameEnd = '\uE005';
const anyMark = /[\uE000-\uE005]/g;

/** The key that papers with formulas in their titles are indexed with. */
const typesetKey = 'ƒtypeset';

/** Words that are searched and not shown. */
export function hideWords(words: readonly string[]): string {
  return words.length > 0 ? ` ${hiddenStart} ${words.join(' ')} ${hiddenEnd} ` : '';
}

/** Names of authors, which are searched, and which `readIndexedText` reads. */
export function hideNames(names: readonly string[]): string {
  const clean = names.map((name) => name.replace(anyMark, '').trim()).filter(Boolean);
  if (clean.length === 0) return '';
  const words = clean.map((name) => name + nameEnd).join(' ');
  return ` ${hiddenStart}${nameEnd} ${words} ${hiddenEnd} `;
}

/** A formula as readable text; a match in the hidden words after it marks it. */
export function markFormula(readable: string): string {
  return formulaStart + readable + formulaEnd;
}

/** What follows a title, so that excerpts begin with the abstract. */
export function endTitle(hasFormula: boolean): string {
  return `${hideWords(hasFormula ? [typesetKey] : [])} ${titleEnd}`;
}

/** A part of an excerpt. */
export interface ExcerptPart {
  text: string;
  /** Whether it matches the query. */
  isMatch: boolean;
}

/** The content of an indexed text. */
export interface IndexedText {
  excerpt: ExcerptPart[];
  /** ISO dates of the days it was captured on, oldest first. */
  days: string[];
  /** Whether the title or abstract has formulas. */
  hasMath: boolean;
  /** Whether its title has formulas. */
  isTypeset: boolean;
  /** Names of its authors. */
  authors: string[];
  /** Identity in the reading list, if it is not the slug. */
  identity?: string;
}

/** The title and abstract of an indexed text, without hidden words. */
export function readShownText(content: string): string {
  return content.replace(/\uE002[^\uE003]*\uE003/g, '').replace(anyMark, '');
}

/** A word of the abstract as it is shown. */
interface Shown {
  text: string;
  isMatch: boolean;
}

/** Number of words of an excerpt, and of those before the first match. */
const excerptLength = 36;
const leadLength = 6;

/**
 * The content of a text that was written with `hideWords`, `hideNames`, `markFormula` and `endTitle`.
 * @param content the text as it was indexed
 * @param locations indexes of the words, separated by white space, that match
 */
export function readIndexedText(content: string, locations: readonly number[]): IndexedText {
  const words = content.split(/\s+/);
  const matches = new Set(locations);
  const days: string[] = [];
  let shown: Shown[] = [];
  let hasMath = false;
  let isTypeset = false;
  let identity: string | undefined;
  const authors: string[] = [];
  /** The words of the name that is being read. */
  let name: string[] = [];
  let isHidden = false;
  let isName = false;
  let isFormulaOpen = false;
  /** Range of the last formula in `shown`. */
  let formula: [start: number, end: number] = [0, 0];
  words.forEach((word, i) => {
    if (word.includes(hiddenStart)) {
      isHidden = true;
      isName = word.includes(nameEnd);
    } else if (isHidden && isName && !word.includes(hiddenEnd)) {
      name.push(word.replace(nameEnd, ''));
      if (!word.endsWith(nameEnd)) return;
      authors.push(name.join(' '));
      name = [];
    } else if (isHidden && !word.includes(hiddenEnd)) {
      const day = readDayKey(word);
      const known = readIdentityKey(word);
      if (day) days.push(day);
      else if (known) identity = known;
      else if (word.startsWith(typesetKey)) isTypeset = true;
      else if (word.startsWith(mathKey)) hasMath = true;
      else if (matches.has(i)) for (const part of shown.slice(...formula)) part.isMatch = true;
    }
    const isShown = !isHidden && !word.includes(titleEnd);
    if (isShown && word.includes(formulaStart)) {
      formula = [shown.length, shown.length];
      isFormulaOpen = true;
    }
    if (isShown) shown.push({ text: word.replace(anyMark, ''), isMatch: matches.has(i) });
    if (isFormulaOpen) formula[1] = shown.length;
    if (word.includes(formulaEnd)) isFormulaOpen = false;
    if (word.includes(hiddenEnd)) isHidden = false;
    if (word.includes(titleEnd)) {
      shown = [];
      formula = [0, 0];
    }
  });
  return {
    ...{ excerpt: cutExcerpt(shown), days, hasMath, isTypeset, authors },
    ...(identity && { identity }),
  };
}

/** The first part of a text with the most matches. */
function cutExcerpt(words: readonly Shown[]): ExcerptPart[] {
  const begin = findDensest(words);
  const end = Math.min(words.length, begin + excerptLength);
  const parts: ExcerptPart[] = [];
  const add = (text: string, isMatch: boolean): void => {
    const last = parts.at(-1);
    if (last?.isMatch === isMatch) last.text += text;
    else if (text) parts.push({ text, isMatch });
  };
  if (begin > 0) add('… ', false);
  words.slice(begin, end).forEach(({ text, isMatch }, i, all) => {
    const [before, inner, after] = isMatch ? splitMarks(text) : [text, '', ''];
    add(before, false);
    add(inner, isMatch);
    add(`${after}${i < all.length - 1 ? ' ' : ''}`, false);
  });
  if (end < words.length) add(' …', false);
  return parts;
}

/** A word and the punctuation before and after it, which is not part of a match. */
function splitMarks(text: string): [before: string, inner: string, after: string] {
  // A bracket that the word also opens stays: O(n²).
  const end = /\(.*\)/.test(text) ? /[.,;:!?"”’]*$/ : /[).,;:!?"”’]*$/;
  const start = /\(.*\)/.test(text) ? /^["“‘]*/ : /^[("“‘]*/;
  const before = start.exec(text)?.[0] ?? '';
  const after = end.exec(text.slice(before.length))?.[0] ?? '';
  return [before, text.slice(before.length, text.length - after.length), after];
}

function findDensest(words: readonly Shown[]): number {
  const matches = words.flatMap(({ isMatch }, i) => (isMatch ? [i] : []));
  let best = { begin: 0, count: 0 };
  let to = 0;
  matches.forEach((at, from) => {
    while (to < matches.length && (matches[to] ?? 0) < at + excerptLength - leadLength) to++;
    if (to - from > best.count) best = { begin: Math.max(0, at - leadLength), count: to - from };
  });
  // Near the beginning of the abstract, the excerpt begins with it.
  return best.begin < leadLength ? 0 : best.begin;
}
