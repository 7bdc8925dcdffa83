/** Where a text stops being JSON, as an offset of it, and why: `{ at: 6, reason: "Unexpected token ','" }`. */
export interface JsonFault {
  at: number;
  reason: string;
}

/**
 * What `JSON.parse` says of a text that it refuses, without the stretch of text that it quotes: its
 * place is told by the offset.
 */
export function explainJsonError(text: string, { message }: Error): JsonFault {
  const reason = message
    .replace(/ in JSON at position .*|, (\.{3})?".*/s, '')
    // The token itself may be a line break.
    .replace(/[\n\r\t]/g, (c) => JSON.stringify(c).slice(1, -1));
  return { at: findFault(text, message), reason };
}

/** V8 names the position, or quotes ten characters on each side of it. */
function findFault(text: string, message: string): number {
  const position = / in JSON at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token, dots, quoted] = /^Unexpected token '(.+)', (\.{3})?"(.*)"/su.exec(message) ?? [];
  if (quoted === undefined) return text.length;
  return Math.max(0, text.indexOf(quoted)) + (dots ? 10 : quoted.indexOf(token));
}
