import type { Revision } from '../archive/archive.ts';
import { tokenize } from '../restore/tokenize.ts';
import type { Correction } from './corrections.ts';

/** A range of a title or an abstract, as offsets. */
export interface Place {
  part: 'title' | 'abstract';
  start: number;
  end: number;
}

/** In the order in which a paper is read. */
export const parts = ['title', 'abstract'] as const;

/**
 * Finds where a captured span occurs by itself, without an adjacent letter, digit or script: `k` is not found in
 * `like`, `10k` or `k_i`. A span that never occurs by itself is looked for at the token boundaries of the restorer:
 * `times` in `LLMtimesMap`.
 */
export function findPlaces(revision: Revision, { captured, in: part }: Correction): Place[] {
  const all = parts
    .filter((p) => part === undefined || part === p)
    .flatMap((p) => findIn(revision[p], captured).map((start) => ({ part: p, start })))
    .map((place) => ({ ...place, end: place.start + captured.length }));
  const alone = all.filter(({ part: p, start, end }) => {
    const text = revision[p];
    return !isGlued(text, start) && !isGlued(text, end);
  });
  return keepApart(alone.length > 0 ? alone : keepAtSeams(revision, all));
}

/** The places that begin and end at a token boundary. */
function keepAtSeams(revision: Revision, places: readonly Place[]): Place[] {
  return parts.flatMap((p) => {
    const own = places.filter((place) => place.part === p);
    if (own.length === 0) return [];
    const { starts, ends, count } = tokenize(revision[p]);
    const begins = new Set(starts.subarray(0, count));
    const stops = new Set(ends.subarray(0, count));
    return own.filter(({ start, end }) => begins.has(start) && stops.has(end));
  });
}

function findIn(text: string, span: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(span); at >= 0; at = text.indexOf(span, at + 1)) starts.push(at);
  return starts;
}

/** Whether the characters on both sides of an offset belong to one word, number, command or script. */
function isGlued(text: string, at: number): boolean {
  const next = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return glued.test(text.slice(Math.max(0, at - 2), at) + next);
}

const glued = /([\p{L}\p{M}\p{N}\\][\p{L}\p{M}\p{N}]|[_^]\S|\S[_^])$/u;

/** Of overlapping places, the first. */
function keepApart(places: readonly Place[]): Place[] {
  let last: Place | undefined;
  return places.filter((place) => {
    if (last && last.part === place.part && place.start < last.end) return false;
    last = place;
    return true;
  });
}
