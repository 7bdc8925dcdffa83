import { isUtf8 } from 'node:buffer';

/**
 * A file as a classic script, which passes it to `dayleafFile`: pages on disk may run scripts of their folder, but not
 * read files.
 * @param path of the file in the folder: `search/words.txt`
 */
export function toClassicScript(path: string, content: Buffer): string {
  const value = isUtf8(content)
    ? quote(content.toString())
    : `Uint8Array.from(atob('${content.toString('base64')}'),c=>c.charCodeAt(0))`;
  return `dayleafFile(${quote(path)},${value})\n`;
}

/** A string literal in single quotes, in which the double quotes of JSON need no escape. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
