import type { Description } from './describe-tokens.ts';
import type { SpanBelief } from './tag-tokens.ts';
import { KIND, type Tokens } from './tokenize.ts';

const ROUND = 0;
const CURLY = 1;
/**
 * Depth change of a bracket, by class: round and square count together, for `[0,1)` is an interval.
 */
function bracketOf(c: number): [family: number, change: number] | null {
  switch (c) {
    case 40:
    case 91:
      return [ROUND, 1];
    case 41:
    case 93:
      return [ROUND, -1];
    case 123:
      return [CURLY, 1];
    case 125:
      return [CURLY, -1];
    default:
      return null;
  }
}

/**
 * The first and last token of a stretch after unmatched brackets at its edges are cut; null if one
 * is left unmatched within.
 */
function trimToBalance(d: Description, from: number, to: number): [number, number] | null {
  for (let round = 0; round < 4 && from <= to; round++) {
    const depth = [0, 0];
    const firstOpen = [-1, -1];
    let bad = -1;
    for (let i = from; i <= to && bad < 0; i++) {
      const b = bracketOf(d.classes[i]);
      if (!b) continue;
      if (b[1] > 0 && depth[b[0]] === 0) firstOpen[b[0]] = i;
      depth[b[0]] += b[1];
      if (depth[b[0]] < 0) bad = i;
    }
    if (bad < 0) {
      if (depth[ROUND] === 0 && depth[CURLY] === 0) return [from, to];
      bad = depth[CURLY] > 0 ? firstOpen[CURLY] : firstOpen[ROUND];
    }
    if (bad === to) to--;
    else if (bad === from) from++;
    else return null;
  }
  return null;
}

const TAKES_NUMBER_BEFORE = /^(?:[\^_]|times|cdot|circ|pm)/;
const TAKES_NUMBER_AFTER = /(?:sim|approx|times|leq|geq|le|ge|pm|[<>≤≥≈×~])$/;

function isNumeric(tokens: Tokens, d: Description, i: number): boolean {
  return (
    tokens.kinds[i] === KIND.digits ||
    ((d.classes[i] === 46 || d.classes[i] === 44) &&
      tokens.kinds[i - 1] === KIND.digits &&
      tokens.kinds[i + 1] === KIND.digits &&
      tokens.spaced[i + 1] === 0)
  );
}

/** Takes in a number glued to a formula that makes no sense without it: `1,024^2`, `sim0.5`. */
function takeNumbers(tokens: Tokens, d: Description, from: number, to: number): [number, number] {
  const text = tokens.text.slice(tokens.starts[from], tokens.ends[to]);
  let first = from;
  if (TAKES_NUMBER_BEFORE.test(text))
    while (first > 0 && tokens.spaced[first] === 0 && isNumeric(tokens, d, first - 1)) first--;
  // Digits at the end of a name (`ResNet50^2`, `F1`) are no factor.
  if (
    first > 0 &&
    first < from &&
    tokens.spaced[first] === 0 &&
    (tokens.kinds[first - 1] === KIND.word ||
      tokens.kinds[first - 1] === KIND.letter ||
      d.classes[first - 1] === 45)
  )
    first = from;
  let last = to;
  if (TAKES_NUMBER_AFTER.test(text))
    while (
      last + 1 < tokens.count &&
      tokens.spaced[last + 1] === 0 &&
      isNumeric(tokens, d, last + 1)
    )
      last++;
  const next = last + 1;
  if (
    last > to &&
    next < tokens.count &&
    tokens.spaced[next] === 0 &&
    (tokens.kinds[next] === KIND.word || tokens.kinds[next] === KIND.letter)
  )
    last = to;
  return [first, last];
}

/**
 * Whether a stretch can be mathematics at all: no backslash or dollar, and more than words, numbers
 * and stops.
 */
function isPossible(tokens: Tokens, d: Description, from: number, to: number): boolean {
  let some = false;
  for (let i = from; i <= to; i++) {
    const c = d.classes[i];
    if (c === 92 || c === 36 || c === 10) return false;
    const kind = tokens.kinds[i];
    if (
      kind === KIND.letter ||
      kind === KIND.greek ||
      kind === KIND.symbol ||
      (kind === KIND.word && ((c & 4) !== 0 || (c - 128) >> 3 >= 3))
    )
      some = true;
    else if (
      kind === KIND.mark &&
      !(
        c === 123 ||
        c === 125 ||
        c === 40 ||
        c === 41 ||
        c === 46 ||
        c === 44 ||
        c === 58 ||
        c === 59 ||
        c === 37 ||
        c === 34 ||
        c === 39 ||
        c === 45
      )
    )
      some = true;
  }
  return some;
}

/**
 * Mends what the tagger believes: brackets that have no partner are cut off the edges (their
 * formula's probability goes to what is left), and what cannot be mathematics is dropped.
 */
export function repairSpans(
  tokens: Tokens,
  d: Description,
  spans: readonly SpanBelief[],
): SpanBelief[] {
  const mended = new Map<number, SpanBelief>();
  for (const s of spans) {
    const balanced = trimToBalance(d, s.from, s.to);
    const edges = balanced && takeNumbers(tokens, d, balanced[0], balanced[1]);
    if (!edges || edges[0] > edges[1] || !isPossible(tokens, d, edges[0], edges[1])) continue;
    const key = edges[0] * 65536 + edges[1];
    const other = mended.get(key);
    if (other) other.probability = Math.min(1, other.probability + s.probability);
    else mended.set(key, { from: edges[0], to: edges[1], probability: s.probability });
  }
  return [...mended.values()];
}
