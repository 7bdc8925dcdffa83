const OPENS_EMBEDDING = /[\u202A\u202B\u202D\u202E]/;
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';

/**
 * Balances the bidirectional controls of a line: those left open are closed at its end, those that close nothing are
 * removed. So the line cannot change the direction of text around it.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
export function balanceBidi(line: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/.test(line)) return line;
  /** What closes each control that is open, the outermost first. */
  const open: string[] = [];
  const kept = line.replace(/[\u202A-\u202E\u2066-\u2069]/g, (control) => {
    if (OPENS_EMBEDDING.test(control)) open.push(POP_EMBEDDING);
    else if (control === POP_EMBEDDING) {
      if (open.at(-1) !== POP_EMBEDDING) return '';
      open.pop();
    } else if (control === POP_ISOLATE) {
      const isolate = open.lastIndexOf(POP_ISOLATE);
      if (isolate < 0) return '';
      // The end of an isolate ends the embeddings within it too.
      open.length = isolate;
    } else open.push(POP_ISOLATE);
    return control;
  });
  return kept + open.reverse().join('');
}
