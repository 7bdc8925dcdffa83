/** What changes in the page of an old paper when new ones are added begins here. */
const relatedMark = '<section class="note related"';

/**
 * The page of a paper in two: what stays as it is, and, from the related papers on, what changes when
 * new papers are added. They travel in packs of their own.
 * @returns undefined where the page has no related papers
 */
export function splitPage(content: Uint8Array): [Uint8Array, Uint8Array] | undefined {
  const at = indexOfBytes(content, new TextEncoder().encode(relatedMark));
  return at < 0 ? undefined : [content.subarray(0, at), content.subarray(at)];
}

function indexOfBytes(bytes: Uint8Array, sought: Uint8Array): number {
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}
