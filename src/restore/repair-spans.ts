import { CODE, isClosingBracket, isOpeningBracket } from './character-codes.ts';
import type { Description } from './describe-tokens.ts';
import type { SpanProbability } from './tag-tokens.ts';
import { isCommandClass, isMathWord } from './token-classes.ts';
import { KIND, type Tokens } from './tokenize.ts';

/** Families of brackets; round and square ones count together, as `[0,1)` is an interval. */
const ROUND = 0;
const CURLY = 1;
/** A span loses at most so many brackets at its edges. */
const MAX_TRIMS = 4;

/**
 * A span without unmatched brackets at its edges, as first and last token; null if an unmatched one
 * is left inside.
 */
function trimToBalance(d: Description, from: number, to: number): [number, number] | null {
  for (let round = 0; round < MAX_TRIMS && from <= to; round++) {
    const depth = [0, 0];
    const firstOpen = [-1, -1];
    let bad = -1;
    for (let i = from; i <= to && bad < 0; i++) {
      const c = d.classes[i];
      const family = c === CODE.open || c === CODE.close ? CURLY : ROUND;
      if (isOpeningBracket(c)) {
        if (depth[family] === 0) firstOpen[family] = i;
        depth[family]++;
      } else if (isClosingBracket(c) && --depth[family] < 0) bad = i;
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
    ((d.classes[i] === CODE.stop || d.classes[i] === CODE.comma) &&
      tokens.kinds[i - 1] === KIND.digits &&
      tokens.kinds[i + 1] === KIND.digits &&
      tokens.spaced[i + 1] === 0)
  );
}

const isName = ({ kinds }: Tokens, i: number): boolean =>
  kinds[i] === KIND.word || kinds[i] === KIND.letter;

/** Extends a span to a number that it is incomplete without: `1,024^2`, `sim0.5`. */
function takeNumbers(tokens: Tokens, d: Description, from: number, to: number): [number, number] {
  const { spaced, count } = tokens;
  const text = tokens.text.slice(tokens.starts[from], tokens.ends[to]);
  let first = from;
  if (TAKES_NUMBER_BEFORE.test(text))
    while (first > 0 && spaced[first] === 0 && isNumeric(tokens, d, first - 1)) first--;
  // Digits at the end of a name (`ResNet50^2`, `F1`) belong to the name.
  const isJoined = first > 0 && first < from && spaced[first] === 0;
  if (isJoined && (isName(tokens, first - 1) || d.classes[first - 1] === CODE.hyphen)) first = from;
  let last = to;
  if (TAKES_NUMBER_AFTER.test(text))
    while (last + 1 < count && spaced[last + 1] === 0 && isNumeric(tokens, d, last + 1)) last++;
  const next = last + 1;
  if (last > to && next < count && spaced[next] === 0 && isName(tokens, next)) last = to;
  return [first, last];
}

/** Marks that also occur in prose, between words and numbers. */
const PROSE_MARKS = new Set<number>([
  ...[CODE.open, CODE.close, CODE.roundOpen, CODE.roundClose, CODE.stop, CODE.comma],
  ...[CODE.colon, CODE.semicolon, CODE.percent, CODE.quote, CODE.prime, CODE.hyphen],
]);

/** Whether a token shows that its span can be a formula. */
function isMathematical(kind: number, c: number): boolean {
  if (kind === KIND.word) return isCommandClass(c) || isMathWord(c);
  if (kind === KIND.mark) return !PROSE_MARKS.has(c);
  return kind !== KIND.digits;
}

/**
 * Whether a span can be a formula at all: no backslash, dollar or line break, and more than words,
 * numbers and marks of prose.
 */
function isPossible({ kinds }: Tokens, { classes }: Description, span: [number, number]): boolean {
  let isMath = false;
  for (let i = span[0]; i <= span[1]; i++) {
    const c = classes[i];
    if (c === CODE.backslash || c === CODE.dollar || c === CODE.newline) return false;
    isMath ||= isMathematical(kinds[i], c);
  }
  return isMath;
}

/**
 * Spans of the tagger without unmatched brackets at their edges and with the numbers that belong to
 * them. Those that become equal are merged and their probabilities added; those that cannot be
 * formulas are dropped.
 */
export function repairSpans(
  tokens: Tokens,
  d: Description,
  spans: readonly SpanProbability[],
): SpanProbability[] {
  const repaired = new Map<number, SpanProbability>();
  for (const { from, to, probability } of spans) {
    const balanced = trimToBalance(d, from, to);
    const edges = balanced && takeNumbers(tokens, d, ...balanced);
    if (!edges || edges[0] > edges[1] || !isPossible(tokens, d, edges)) continue;
    const key = edges[0] * 65536 + edges[1];
    const other = repaired.get(key);
    if (other) other.probability = Math.min(1, other.probability + probability);
    else repaired.set(key, { from: edges[0], to: edges[1], probability });
  }
  return [...repaired.values()];
}
