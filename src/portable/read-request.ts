import { foldWords } from '../text/fold-words.ts';

/** What is asked for: papers that have all of the words, and all of the phrases. */
export interface Request {
  /** Terms that a paper has, or has words beginning with. */
  words: string[];
  /** Terms that stand one behind the other; a single one stands as it is, or in another form. */
  phrases: string[][];
}

/**
 * Reads a query that is spelled as the index is.
 * @example readRequest('"sparse attention" O(n') // { words: ['o', 'n'], phrases: [['sparse', 'attention']] }
 */
export function readRequest(query: string): Request {
  const parts = query.split('"');
  // A quotation mark that is not closed opens nothing.
  const isOpen = parts.length % 2 === 0;
  const words: string[] = [];
  const phrases: string[][] = [];
  parts.forEach((part, i) => {
    const terms = foldWords(part);
    if (i % 2 === 0 || (isOpen && i === parts.length - 1)) words.push(...terms);
    else if (terms.length > 0) phrases.push(terms);
  });
  return { words, phrases };
}
