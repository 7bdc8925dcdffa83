/**
 * The names of authors as lists show them: all of up to three, else the first two and how many more there are.
 * @example 9 names → { names: 'Ada Lovelace, Alan Turing', more: 7 }, which reads "… and 7 more"
 */
export function shortenNames(names: readonly string[]): { names: string; more: number } {
  if (names.length > 3) return { names: names.slice(0, 2).join(', '), more: names.length - 2 };
  const start = names.slice(0, -1).join(', ');
  return { names: [start, names.at(-1)].filter(Boolean).join(' and '), more: 0 };
}

/** `shortenNames` as one text: `Ada Lovelace, Alan Turing and 7 more`. */
export function listNames(allNames: readonly string[]): string {
  const { names, more } = shortenNames(allNames);
  return more > 0 ? `${names} and ${more} more` : names;
}
