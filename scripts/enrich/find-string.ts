/**
 * Finds the string that is the value of a field in a line of JSON, without parsing the line.
 * @param field with quotation marks and colon: `"id":`. Within a string it would be escaped.
 * @param most characters of the value, if only its beginning is needed
 * @returns the value as it is written, with its escapes, and where it ends; undefined without such a field
 */
export function findString(
  line: string,
  field: string,
  from: number,
  most = Number.POSITIVE_INFINITY,
): { value: string; end: number } | undefined {
  const at = line.indexOf(field, from);
  if (at < 0) return undefined;
  let start = at + field.length;
  while (line[start] === ' ') start++;
  if (line[start] !== '"') return undefined;
  start++;
  let end = line.indexOf('"', start);
  while (end >= 0 && isEscaped(line, end)) end = line.indexOf('"', end + 1);
  if (end < 0) return undefined;
  return { value: line.slice(start, Math.min(end, start + most)), end };
}

/** Whether an odd number of backslashes precedes a character. */
function isEscaped(line: string, at: number): boolean {
  let count = 0;
  while (line[at - 1 - count] === '\\') count++;
  return count % 2 === 1;
}
