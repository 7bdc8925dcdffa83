/** Where a field of a JSON object stands in its text: offsets of its name and of its value. */
export interface FieldPlace {
  name: number;
  value: number;
}

/**
 * The places of an object's own fields; what is nested in them is passed over.
 * @param text JSON of one object, already known to be sound
 * @example findFields('{"a": 1}').get('a') // { name: 1, value: 6 }
 */
export function findFields(text: string): Map<string, FieldPlace> {
  const fields = new Map<string, FieldPlace>();
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
    if (c !== '"') continue;
    const end = endOfString(text, at);
    const value = /\s*:\s*/y;
    value.lastIndex = end;
    if (depth === 1 && value.test(text)) {
      fields.set(JSON.parse(text.slice(at, end)) as string, { name: at, value: value.lastIndex });
    }
    at = end - 1;
  }
  return fields;
}

/**
 * Where in the text of a JSON string its n-th character stands, from 0.
 * @param start offset of the opening quotation mark
 */
export function offsetInString(text: string, start: number, n: number): number {
  let at = start + 1;
  for (let i = 0; i < n && text[at] !== '"'; i++) at += lengthOfCharacter(text, at);
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += lengthOfCharacter(text, at);
  return at + 1;
}

const lengthOfCharacter = (text: string, at: number): number =>
  text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
