/**
 * A text as a classic script, which passes it to `dayleafFile`: pages on disk may run scripts of their folder, but not
 * read files.
 * @param path of the text in the folder: `search/words.txt`
 */
export function toClassicScript(path: string, text: string): string {
  return `dayleafFile(${quote(path)},${quote(text)})\n`;
}

/** A string literal in single quotes, in which the double quotes of JSON need no escape. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
