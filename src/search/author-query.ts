/** An author that a search asks for. */
export interface AuthorQuery {
  /** As it was typed: `g. hinton`. */
  name: string;
  /** Whether it was quoted, so that its last word is complete. */
  isQuoted: boolean;
}

/** A query without its `author:` operators, and what these ask for. */
export interface DividedQuery {
  words: string;
  authors: AuthorQuery[];
  /** The operators as they were typed. */
  operators: string;
}

/** A quoted phrase, or an operator at the beginning of a word. Phones write curly quotation marks. */
const phraseOrOperator =
  /["“”][^"“”]*["“”]|(?<!\S)author:(?:["“”](?<quoted>[^"“”]*)(?<end>["“”]?)|(?<word>[^\s"“”]*))/gi;

/**
 * Divides a query into words and authors. An operator without a name asks for nothing.
 * @example divideQuery('bridges author:"g. hinton"')
 *   // { words: 'bridges', authors: [{ name: 'g. hinton', isQuoted: true }], operators: 'author:"g. hinton"' }
 */
export function divideQuery(query: string): DividedQuery {
  const authors: AuthorQuery[] = [];
  const operators: string[] = [];
  const words = query.replace(phraseOrOperator, (match, ...rest) => {
    const { quoted, end, word } = rest.at(-1) as Record<string, string | undefined>;
    const name = quoted ?? word;
    if (name === undefined) return match;
    operators.push(match);
    if (name.trim()) authors.push({ name: name.trim(), isQuoted: Boolean(end) });
    return '';
  });
  if (operators.length === 0) return { words: query, authors, operators: '' };
  return { words: words.replace(/\s+/g, ' ').trim(), authors, operators: operators.join(' ') };
}

/** What is asked for in a field for an author, which may be quoted; undefined if it is empty. */
export function readAuthor(text: string): AuthorQuery | undefined {
  const [, quoted] = /^\s*["“”]([^"“”]*)["“”]\s*$/.exec(text) ?? [];
  const name = (quoted ?? text).replace(/["“”]/g, '').trim();
  return name ? { name, isQuoted: quoted !== undefined } : undefined;
}
