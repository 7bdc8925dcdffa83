import { CODE, isDigitCode, isLetterCode } from './character-codes.ts';
import type { CandidateSpan } from './find-candidate-spans.ts';
import { hashText, mixHash } from './hash.ts';
import { SORT, sortOf } from './sort-of.ts';

/** Number of features of a candidate. */
export const RERANKER_FEATURES = 33;

const EDGES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995];
/** A probability as a class, 0 to 13. */
const bucket = (p: number): number => {
  let k = 0;
  while (k < EDGES.length && p >= EDGES[k]) k++;
  return k;
};
/** A number as a class, 0 to 5. */
const count = (n: number): number => (n < 3 ? n : n < 6 ? 3 : n < 12 ? 4 : 5);

/** The class, 0 to 6, of a character next to a candidate. */
function sideOf(c: number): number {
  if (c <= CODE.space) return 0;
  if (isLetterCode(c)) return 1;
  if (c === CODE.hyphen) return 2;
  if (isDigitCode(c)) return 3;
  if (c === CODE.roundOpen || c === CODE.roundClose) return 4;
  return c === CODE.stop || c === CODE.comma || c === CODE.semicolon || c === CODE.colon ? 5 : 6;
}

const SORTS = Object.keys(SORT).length;

/** How many candidates before and after one are searched for a rival. */
const RIVAL_RANGE = 8;

/**
 * For each candidate its most probable overlapping one: the bucket of that one's probability, plus 16
 * if it contains the candidate, 32 if it lies in it and 48 if neither; 0 without one.
 */
function findRivals(spans: readonly CandidateSpan[]): number[] {
  return spans.map((s, k) => {
    let best = -1;
    let relation = 0;
    for (let d = -1; d <= 1; d += 2)
      for (
        let j = k + d, seen = 0;
        j >= 0 && j < spans.length && seen < RIVAL_RANGE;
        j += d, seen++
      ) {
        const o = spans[j];
        if (o.end <= s.start || o.start >= s.end || o.probability <= best) continue;
        best = o.probability;
        relation =
          o.start <= s.start && o.end >= s.end ? 1 : o.start >= s.start && o.end <= s.end ? 2 : 3;
      }
    return best < 0 ? 0 : relation * 16 + bucket(best);
  });
}

/** Single letters except the English words. */
const LONE_LETTER = /(?<![A-Za-z0-9\u0370-\u03ff'])[B-HJ-Zb-z](?![A-Za-z0-9'])/g;

/**
 * How consistently the author of a text writes single letters as formulas: the number of letters if
 * there are fewer than three, otherwise 3 to 9 by the share that is probably in formulas.
 */
function noteLetterHabit(text: string, spans: readonly CandidateSpan[]): number {
  let letters = 0;
  let inFormulas = 0;
  let k = 0;
  let coveredTo = 0;
  for (const { index } of text.matchAll(LONE_LETTER)) {
    for (; k < spans.length && spans[k].start <= index; k++)
      if (spans[k].probability > 0.5) coveredTo = Math.max(coveredTo, spans[k].end);
    letters++;
    if (index < coveredTo) inFormulas++;
  }
  return letters < 3 ? letters : 3 + Math.floor((6.99 * inFormulas) / letters);
}

/** For each candidate the mean probability of the others of its sort, as 1 + a bucket; 0 without any. */
function averageOthers(spans: readonly CandidateSpan[], sorts: readonly number[]): number[] {
  const sums = new Float64Array(SORTS);
  const counts = new Int32Array(SORTS);
  spans.forEach((s, k) => {
    sums[sorts[k]] += s.probability;
    counts[sorts[k]]++;
  });
  return spans.map(({ probability }, k) => {
    const others = counts[sorts[k]] - 1;
    return others === 0 ? 0 : 1 + bucket((sums[sorts[k]] - probability) / others);
  });
}

/** From this probability, a candidate counts as a formula for the features of the others. */
const LIKELY = 0.6;

/**
 * The features of the candidates of a text, {@link RERANKER_FEATURES} for each, as rows of a table
 * with 2^bits rows.
 */
export function fillRerankerRows(
  text: string,
  spans: readonly CandidateSpan[],
  bits: number,
): Int32Array {
  const rows = new Int32Array(spans.length * RERANKER_FEATURES);
  // Of each captured text the two highest probabilities and the number of candidates.
  const best = new Map<string, [number, number, number]>();
  let sure = 0;
  // The number of likely longer formulas that contain a letter or word.
  const letters = new Map<string, number>();
  for (const s of spans) {
    const b = best.get(s.captured) ?? [0, 0, 0];
    best.set(
      s.captured,
      s.probability > b[0]
        ? [s.probability, b[0], b[2] + 1]
        : [b[0], Math.max(b[1], s.probability), b[2] + 1],
    );
    if (s.probability > LIKELY) {
      sure++;
      if (s.captured.length > 1)
        for (const w of new Set(s.captured.match(/[A-Za-z]+|[\u0370-\u03ff]/g) ?? []))
          letters.set(w, (letters.get(w) ?? 0) + 1);
    }
  }
  const likely = [...best.values()].filter((x) => x[0] > LIKELY).length;
  const length = text.length < 160 ? 0 : text.length < 700 ? 1 : 2;
  const rivals = findRivals(spans);
  const sorts = spans.map(({ captured }) => sortOf(captured));
  const ofSort = averageOthers(spans, sorts);
  const habit = noteLetterHabit(text, spans);
  // Since November 2025 arXiv serves Greek letters and accents as Unicode: in such a text, the word
  // `alpha` is not a command.
  const script =
    (/[\u0370-\u03ff]/.test(text) ? 2 : 0) + (/[\u00c0-\u017f\u2010-\u201f]/.test(text) ? 1 : 0);
  spans.forEach((s, k) => {
    const sort = sorts[k];
    const b = best.get(s.captured) ?? [s.probability, 0, 1];
    const same = b[2] > 1 ? 1 + bucket(s.probability === b[0] ? b[1] : b[0]) : 0;
    const others = count(Math.max(0, sure - (s.probability > LIKELY ? 1 : 0)));
    const distinct = count(likely - (b[0] > LIKELY ? 1 : 0));
    const p = bucket(s.probability);
    const weak = bucket(s.weakest / 256);
    const within = Math.min(2, letters.get(s.captured) ?? 0);
    const sides =
      sideOf(s.start > 0 ? text.charCodeAt(s.start - 1) : 32) * 8 +
      sideOf(s.end < text.length ? text.charCodeAt(s.end) : 32);
    const decoded = bucket(s.decoded);
    let at = k * RERANKER_FEATURES;
    let t = 1;
    const put = (h: number): void => {
      rows[at++] = mixHash(h, t++) >>> (32 - bits);
    };
    put(0);
    put(p);
    put(mixHash(p, sort));
    put(mixHash(p, distinct));
    put(mixHash(p, same));
    put(mixHash(p, weak));
    put(mixHash(mixHash(sort, sides), p >> 2));
    put(mixHash(mixHash(sort, distinct), same));
    put(mixHash(mixHash(within, sort), p >> 1));
    put(mixHash(weak, sort));
    put(mixHash(mixHash(decoded, sort), 0));
    put(mixHash(mixHash(length, sort), others));
    put(mixHash(mixHash(hashText(s.captured, 0, s.captured.length), distinct), 0));
    put(mixHash(mixHash(weak, distinct), sort));
    put(mixHash(mixHash(sides, sort), distinct));
    put(mixHash(Math.min(s.captured.length, 12), mixHash(sort, p >> 2)));
    const rival = rivals[k];
    const outer = mixHash(s.before.class, s.after.class);
    put(mixHash(rival, p));
    put(mixHash(rival, mixHash(sort, weak)));
    put(mixHash(mixHash(s.before.class, s.first), p >> 2));
    put(mixHash(mixHash(s.last, s.after.class), p >> 2));
    put(mixHash(s.before.word, sort));
    put(mixHash(s.after.word, sort));
    put(mixHash(outer, sort));
    put(mixHash(mixHash(s.before.word, s.first), rival));
    put(mixHash(mixHash(s.after.word, s.last), rival));
    put(mixHash(s.tone, sort));
    put(mixHash(mixHash(s.tone, p >> 1), Math.min(distinct, 2)));
    put(mixHash(mixHash(script, sort), p >> 2));
    put(mixHash(mixHash(script, sort), hashText(s.captured, 0, s.captured.length)));
    put(mixHash(mixHash(s.tone, script), mixHash(sort, Math.min(distinct, 2))));
    put(mixHash(mixHash(habit, sort), p >> 1));
    put(mixHash(mixHash(habit, sort), same));
    put(mixHash(mixHash(ofSort[k], sort), p >> 1));
  });
  return rows;
}
