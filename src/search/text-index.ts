import type MiniSearch from 'minisearch';
import type { Options } from 'minisearch';
import { foldWords } from '../text/fold-words.ts';
import { splitTitle } from './indexed-text.ts';

/**
 * The full-text index of the portable edition, for writing and searching it. The ids of papers are
 * numbers, newest first; its terms are folded words, not stems.
 */

/** The indexed fields of a paper. */
export interface PaperFields {
  /** 0 for the newest. */
  id: number;
  title: string;
  /** The abstract with its hidden words. */
  text: string;
}

/** How texts are tokenized, both for the index and for queries. */
export const indexOptions: Options<PaperFields> = {
  fields: ['title', 'text'],
  tokenize: foldWords,
  processTerm: (term) => term,
};

/** The fields of a paper. @param content its indexed text, see `readIndexedText` */
export function toPaperFields(id: number, content: string): PaperFields {
  const [title, text] = splitTitle(content);
  return { id, title, text };
}

/** A part of the index: terms in order, with MiniSearch's data. */
export type IndexPart = ReturnType<MiniSearch['toJSON']>['index'];

/** The index without its terms. */
export interface IndexHead {
  /** As MiniSearch writes it, without `index`. */
  index: Omit<ReturnType<MiniSearch['toJSON']>, 'index'>;
  /** The first term of each part. Parts are separate files, so that a query reads few of them. */
  firstTerms: string[];
}

/** The numbers of the parts that contain all terms with a beginning. */
export function partsWith(firstTerms: readonly string[], beginning: string): number[] {
  return firstTerms.flatMap((first, part) => {
    const next = firstTerms[part + 1];
    const isTooLate = first > beginning && !first.startsWith(beginning);
    const isTooEarly = next !== undefined && next <= beginning;
    return isTooLate || isTooEarly ? [] : [part];
  });
}

/** The file of the head, relative to the folder of the index. */
export const headFile = 'full/head.json';
/** The file of a part. */
export const partFile = (part: number): string => `full/${part}.json`;
/** The file of all papers, newest first, written by `writeRecords`. */
export const papersFile = 'papers.txt';

/** Number of texts in a file. */
const textsPerFile = 50;

/** The file with the text of a paper: a JSON array of texts. */
export const textFile = (id: number): string => `texts/${Math.floor(id / textsPerFile)}.json`;
/** The index of the paper's text in that file. */
export const placeInTextFile = (id: number): number => id % textsPerFile;
