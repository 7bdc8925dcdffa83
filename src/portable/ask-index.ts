import type { Query } from 'minisearch';
import { stemmer } from 'stemmer';
import { foldWords } from '../text/fold-words.ts';
import type { TextIndex } from './read-index.ts';

/** A paper that was found. */
export interface Match {
  /** Its number; newer papers have lower numbers. */
  id: number;
  score: number;
  /** The indexed terms that match. */
  terms: ReadonlySet<string>;
}

/** Matches in titles rank above matches in abstracts. */
const titleWeight = 8;

/**
 * The terms of a query: words, of which the beginning is enough, and phrases, whose terms must follow each other.
 * @example readRequest('"sparse attention" O(n') // { words: ['o', 'n'], phrases: [['sparse', 'attention']] }
 */
export function readRequest(query: string): { words: string[]; phrases: string[][] } {
  const parts = query.split('"').map(foldWords);
  // The last quotation mark of an odd number of them opens nothing.
  const isOpen = parts.length % 2 === 0;
  const isPhrase = (i: number): boolean => i % 2 === 1 && !(isOpen && i === parts.length - 1);
  return {
    words: parts.filter((_, i) => !isPhrase(i)).flat(),
    phrases: parts.filter((terms, i) => isPhrase(i) && terms.length > 0),
  };
}

/** The papers that match all of a query, best first, and newest first among equals. */
export async function askIndex(index: TextIndex, query: string): Promise<Match[]> {
  const { words, phrases } = readRequest(query);
  const found = await Promise.all([
    ...words.map((word) => findWord(index, word, false)),
    ...phrases.map((phrase) => findPhrase(index, phrase)),
  ]);
  return intersect(found).sort((a, b) => b.score - a.score || a.id - b.id);
}

/** The papers that are in all of these results. */
function intersect(found: readonly Match[][]): Match[] {
  const [first = [], ...others] = found.map((matches) => new Map(matches.map((m) => [m.id, m])));
  return [...first.values()].flatMap((match) => {
    const all = [match, ...others.flatMap((matches) => matches.get(match.id) ?? [])];
    if (all.length < found.length) return [];
    return {
      id: match.id,
      score: all.reduce((sum, { score }) => sum + score, 0),
      terms: new Set(all.flatMap(({ terms }) => [...terms])),
    };
  });
}

/**
 * Papers with a word in any of its forms (`study`, `studies`).
 * @param isWhole otherwise, words that begin with it match, too, or else words with a similar spelling
 */
async function findWord(index: TextIndex, word: string, isWhole: boolean): Promise<Match[]> {
  // Assumes that all forms of a word have the same first three letters.
  const sections = await index.open(word.slice(0, 3));
  const terms = sections.flatMap((section) => section.terms);
  const forms = listForms(terms, word);
  const isKnown = forms.length > 0 || (!isWhole && terms.some((term) => term.startsWith(word)));
  if (isKnown) {
    const others = forms.filter((form) => isWhole || !form.startsWith(word));
    const beginnings: Query[] = isWhole ? [] : [{ queries: [word], prefix: true }];
    return search(sections, { combineWith: 'OR', queries: [...beginnings, ...others] });
  }
  if (isWhole || !/^[a-z]{4,24}$/.test(word)) return [];
  // The first letter is rarely wrong; two errors are tried only if there is no word with one.
  const near = await index.open(word.slice(0, 1));
  const withOneSlip = search(near, { queries: [word], fuzzy: 1 });
  if (withOneSlip.length > 0 || word.length < 6) return withOneSlip;
  return search(near, { queries: [word], fuzzy: 2 });
}

/** The terms that are forms of a word. */
function listForms(terms: readonly string[], word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return terms.includes(word) ? [word] : [];
  const stem = stemmer(word);
  const beginning = word.slice(0, 3);
  return terms.filter((term) => term.startsWith(beginning) && stemmer(term) === stem);
}

/** The results of all sections; each term is in one of them. */
function search(sections: Awaited<ReturnType<TextIndex['open']>>, query: Query): Match[] {
  const matches = new Map<number, Match>();
  for (const { mini } of sections) {
    for (const { id, score, match } of mini.search(query, { boost: { title: titleWeight } })) {
      const known = matches.get(id);
      const terms = new Set([...(known?.terms ?? []), ...Object.keys(match)]);
      matches.set(id, { id, score: score + (known?.score ?? 0), terms });
    }
  }
  return [...matches.values()];
}

/** Papers in which the terms follow each other; a single term matches in any of its forms. */
async function findPhrase(index: TextIndex, phrase: readonly string[]): Promise<Match[]> {
  const found = await Promise.all(phrase.map((term) => findWord(index, term, true)));
  const matches = intersect(found);
  if (phrase.length === 1) return matches;
  const wanted = ` ${phrase.join(' ')} `;
  const isThere = await Promise.all(
    matches.map(async ({ id }) =>
      ` ${foldWords(await index.readText(id)).join(' ')} `.includes(wanted),
    ),
  );
  return matches.filter((_, i) => isThere[i]);
}

/** Indices of the words of a text, separated by white space, that contain one of the terms. */
export function locate(text: string, terms: ReadonlySet<string>): number[] {
  return text
    .split(/\s+/)
    .flatMap((word, i) => (foldWords(word).some((term) => terms.has(term)) ? [i] : []));
}
