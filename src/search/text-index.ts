import type MiniSearch from 'minisearch';
import type { Options } from 'minisearch';
import { foldWords } from '../text/fold-words.ts';
import { splitTitle } from './indexed-text.ts';

/**
 * The full-text index of the portable edition, for who writes it and who asks it. Papers are called by
 * their number, newest first; the terms are words as they are compared, not their stems.
 */

/** What is indexed of a paper. */
export interface PaperFields {
  /** Its number: 0 is the newest. */
  id: number;
  title: string;
  /** Its abstract, what is hidden in it too. */
  text: string;
}

/** How texts are taken apart, the same for index and query. */
export const indexOptions: Options<PaperFields> = {
  fields: ['title', 'text'],
  tokenize: foldWords,
  processTerm: (term) => term,
};

/** A paper as it is indexed. @param content all text that is indexed of it: see `readIndexedText` */
export function toPaperFields(id: number, content: string): PaperFields {
  const [title, text] = splitTitle(content);
  return { id, title, text };
}

/** A part of the index: terms in order, and what MiniSearch keeps of each. */
export type IndexPart = ReturnType<MiniSearch['toJSON']>['index'];

/** The index without its terms. */
export interface IndexHead {
  /** As MiniSearch writes it, without `index`. */
  index: Omit<ReturnType<MiniSearch['toJSON']>, 'index'>;
  /** The first term of each part: they are files of their own, so that few are read for a query. */
  firstTerms: string[];
}

/** The parts that have all terms with a beginning, by the first terms of all parts. */
export function partsWith(firstTerms: readonly string[], beginning: string): number[] {
  return firstTerms.flatMap((first, part) => {
    const next = firstTerms[part + 1];
    const isTooLate = first > beginning && !first.startsWith(beginning);
    const isTooEarly = next !== undefined && next <= beginning;
    return isTooLate || isTooEarly ? [] : [part];
  });
}

/** The head of the index, as a file beside the other files of the index. */
export const headFile = 'full/head.json';
/** A part of it. */
export const partFile = (part: number): string => `full/${part}.json`;
/** All papers, newest first, as `writeRecords` has them. */
export const papersFile = 'papers.txt';

/** How many papers' texts stand in one file. */
const textsPerFile = 50;

/** The file that has the text of a paper: a list of texts in JSON. */
export const textFile = (id: number): string => `texts/${Math.floor(id / textsPerFile)}.json`;
/** Which of the texts of that file is the paper's. */
export const placeInTextFile = (id: number): number => id % textsPerFile;
