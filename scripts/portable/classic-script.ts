/**
 * A text as a classic script that hands it over: a page on disk may run scripts of its folder, and read
 * no file of it.
 * @param path where the text would be, from the folder's root: `search/words.txt`
 */
export function toClassicScript(path: string, text: string): string {
  return `dayleafFile(${quote(path)},${quote(text)})\n`;
}

/** In single quotes, for there are many double ones in JSON. */
function quote(text: string): string {
  const inner = text.replace(/[\\'\n\r\u2028\u2029]/g, (c) => escapes[c] ?? `\\${c}`);
  return `'${inner}'`;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};
