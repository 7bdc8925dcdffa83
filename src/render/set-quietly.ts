/**
 * Sets formulas without KaTeX's warnings that it knows no width of a character (`\origof`, an emoji): it
 * sets it all the same, and maintainers can do nothing about it. Other warnings pass.
 */
export function setQuietly<T>(set: () => T): T {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('No character metrics')) warn(...words);
  };
  try {
    return set();
  } finally {
    console.warn = warn;
  }
}
