import { traceChannel } from './channel.ts';
import { findDollarMath } from './dollar-math.ts';
import type { Range } from './replace-ranges.ts';
import { formulaRoundTrips } from './round-trip.ts';

/** What the authors' own text says about a captured one. */
export interface AlignedText {
  /** The sentences that are known, in order; adjacent ones are one range. Outside of the formulas they are text. */
  known: Range[];
  /** The formulas of these sentences, in order: the authors' LaTeX without dollar signs. */
  formulas: (Range & { latex: string })[];
}

/**
 * Finds the sentences of a captured text that the authors' own text gives to the letter when the channel is applied to
 * all of it; white space may differ. Sentences of another version of the paper are left out, and so are those in which the
 * channel took something else for a formula than the authors did: `\$5 and $x$`.
 * @param raw LaTeX, with or without line breaks
 */
export function alignRaw(captured: string, raw: string): AlignedText {
  const source = raw.replace(/\s+/g, ' ').trim();
  const { text, formulas } = traceChannel(source);
  const math = findDollarMath(source);
  const own = listSentences(text);
  const others = listSentences(captured);
  const partners = pairSentences(text, own, captured, others);
  let first = 0;
  const placed = formulas.flatMap(({ raw: latex, at, ...range }) => {
    const { start, end } = trimRange(text, range);
    if (start === end) return [];
    while (own[first].end <= start) first++;
    let last = first;
    while (own[last].end < end) last++;
    const isWhole = partners[last] - partners[first] === last - first;
    const isRead = math.has(at) && formulaRoundTrips(text.slice(start, end), latex.trim());
    if (!isWhole || !isRead) partners.fill(-1, first, last + 1);
    return [{ start, end, latex: latex.trim() }];
  });
  /** For each character of the traced text that is not white space, its offset in the captured one, or −1. */
  const offsets = new Int32Array(text.length).fill(-1);
  const pairs = partners.flatMap((other, i) => (other < 0 ? [] : [{ range: own[i], other }]));
  for (const { range, other } of pairs) mapInk(offsets, text, range, captured, others[other]);
  return {
    known: joinNeighbours(
      pairs.map(({ other }) => other).sort((a, b) => a - b),
      others,
    ),
    formulas: placed
      .filter(({ start }) => offsets[start] >= 0)
      .map(({ start, end, latex }) => ({ start: offsets[start], end: offsets[end - 1] + 1, latex }))
      .sort((a, b) => a.start - b.start),
  };
}

/** Where a sentence ends: at white space behind a stop and before anything but a lower-case letter. */
const sentenceEnd = /(?<=[.!?]["'”’)\]]*)\s+(?=[^\s\p{Ll}])/gu;

/** The sentences of a text, without white space at the edges. */
function listSentences(text: string): Range[] {
  const breaks = Array.from(text.matchAll(sentenceEnd), ({ 0: gap, index }) => ({
    start: index,
    end: index + gap.length,
  }));
  return [...breaks, { start: text.length, end: text.length }]
    .map(({ start }, i) => trimRange(text, { start: breaks[i - 1]?.end ?? 0, end: start }))
    .filter(({ start, end }) => start < end);
}

function trimRange(text: string, { start, end }: Range): Range {
  while (start < end && text[start].trim() === '') start++;
  while (end > start && text[end - 1].trim() === '') end--;
  return { start, end };
}

/**
 * For each sentence of a text the index of the equal one of another text, or −1: of several equal ones each has its
 * own.
 */
function pairSentences(
  text: string,
  sentences: readonly Range[],
  other: string,
  candidates: readonly Range[],
): number[] {
  const read = (from: string, { start, end }: Range): string =>
    from.slice(start, end).replace(/\s+/g, ' ');
  const places = Map.groupBy(candidates.keys(), (i) => read(other, candidates[i]));
  for (const list of places.values()) list.reverse();
  return sentences.map((range) => places.get(read(text, range))?.pop() ?? -1);
}

/** Enters the offsets of a sentence's characters in the captured text, where white space may be longer or shorter. */
function mapInk(
  offsets: Int32Array,
  text: string,
  { start, end }: Range,
  captured: string,
  place: Range,
): void {
  let to = place.start;
  for (let i = start; i < end; i++) {
    if (text[i].trim() === '') continue;
    while (captured[to].trim() === '') to++;
    offsets[i] = to++;
  }
}

function joinNeighbours(indices: readonly number[], sentences: readonly Range[]): Range[] {
  const joined: Range[] = [];
  indices.forEach((index, i) => {
    const { start, end } = sentences[index];
    const last = joined.at(-1);
    if (last && indices[i - 1] === index - 1) last.end = end;
    else joined.push({ start, end });
  });
  return joined;
}
