import type { CandidateSpan } from './candidate-span.ts';
import { hashText, mixHash } from './hash.ts';
import { KATEX_COMMANDS } from './katex-commands.ts';

/** Features of a candidateSpan. */
export const RERANKER_FEATURES = 33;

const EDGES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995];
const bucket = (p: number): number => {
  let k = 0;
  while (k < EDGES.length && p >= EDGES[k]) k++;
  return k;
};
const count = (n: number): number => (n < 3 ? n : n < 6 ? 3 : n < 12 ? 4 : 5);

/** How many sorts of formula {@link sortOf} tells apart. */
const SORTS = 11;

/**
 * What sort of formula a captured text would be: 0 a letter, 1 a Greek letter, 2 a bare script, 3 a
 * lone command, 4 number and command, 5 with scripts, 6 with a relation, 7 with brackets, 8 numbers
 * only, 9 words, 10 other.
 */
export function sortOf(captured: string): number {
  if (/^[A-Za-z]$/.test(captured)) return 0;
  if (/^[\u0370-\u03ff]$/.test(captured)) return 1;
  if (/^[A-Za-z]{2,}$/.test(captured))
    return KATEX_COMMANDS.has(captured)
      ? /^(alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|Pi)$/.test(
          captured,
        )
        ? 1
        : 3
      : 9;
  if (/^[\^_]/.test(captured)) return 2;
  if (!/[A-Za-z\u0370-\u03ff]/.test(captured)) return 8;
  if (/^[\d.,]*\s*[a-z]{2,}\s*[\d.,]*$/.test(captured)) return 4;
  if (/[\^_]/.test(captured)) return 5;
  if (/[=<>≤≥]|in |leq|geq/.test(captured)) return 6;
  if (/[([{|]/.test(captured)) return 7;
  return 10;
}

function sideOf(c: number): number {
  if (Number.isNaN(c) || c <= 32) return 0;
  if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) return 1;
  if (c === 45) return 2;
  if (c >= 48 && c <= 57) return 3;
  return c === 40 || c === 41 ? 4 : c === 46 || c === 44 || c === 59 || c === 58 ? 5 : 6;
}

/**
 * For each candidateSpan its strongest overlapping rival: bucket of the rival's probability, and whether
 * it holds the candidateSpan, lies in it or crosses it; 0 without one.
 */
function findRivals(candidateSpans: readonly CandidateSpan[]): number[] {
  return candidateSpans.map((s, k) => {
    let best = -1;
    let relation = 0;
    for (let d = -1; d <= 1; d += 2)
      for (
        let j = k + d, seen = 0;
        j >= 0 && j < candidateSpans.length && seen < 8;
        j += d, seen++
      ) {
        const o = candidateSpans[j];
        if (o.end <= s.start || o.start >= s.end || o.probability <= best) continue;
        best = o.probability;
        relation =
          o.start <= s.start && o.end >= s.end ? 1 : o.start >= s.start && o.end <= s.end ? 2 : 3;
      }
    return best < 0 ? 0 : relation * 16 + bucket(best);
  });
}

/** Single letters that are no words of English, each by itself. */
const LONE_LETTER = /(?<![A-Za-z0-9\u0370-\u03ff'])[B-HJ-Zb-z](?![A-Za-z0-9'])/g;

/**
 * Whether the author of a text puts single letters between dollars: their number while there are
 * fewer than three, from then on three plus a sixth step of the share that is likelier formula
 * than not.
 */
function noteLetterHabit(text: string, candidateSpans: readonly CandidateSpan[]): number {
  let letters = 0;
  let inFormulas = 0;
  let k = 0;
  let coveredTo = 0;
  for (const { index } of text.matchAll(LONE_LETTER)) {
    for (; k < candidateSpans.length && candidateSpans[k].start <= index; k++)
      if (candidateSpans[k].probability > 0.5)
        coveredTo = Math.max(coveredTo, candidateSpans[k].end);
    letters++;
    if (index < coveredTo) inFormulas++;
  }
  return letters < 3 ? letters : 3 + Math.floor((6.99 * inFormulas) / letters);
}

/** For each candidateSpan the mean belief in the others of its sort, as a bucket from 1; 0 without any. */
function findCooccurrences(
  candidateSpans: readonly CandidateSpan[],
  sorts: readonly number[],
): number[] {
  const sums = new Float64Array(SORTS);
  const counts = new Int32Array(SORTS);
  candidateSpans.forEach((s, k) => {
    sums[sorts[k]] += s.probability;
    counts[sorts[k]]++;
  });
  return candidateSpans.map(({ probability }, k) => {
    const others = counts[sorts[k]] - 1;
    return others === 0 ? 0 : 1 + bucket((sums[sorts[k]] - probability) / others);
  });
}

/**
 * Table rows for each candidateSpan of one text, {@link RERANKER_FEATURES} apiece: each is seen beside all
 * the others.
 */
export function fillRerankerRows(
  text: string,
  candidateSpans: readonly CandidateSpan[],
  bits: number,
): Int32Array {
  const rows = new Int32Array(candidateSpans.length * RERANKER_FEATURES);
  const best = new Map<string, [number, number, number]>(); // per captured text: best, second best, occurrences
  let sure = 0;
  const letters = new Map<string, number>(); // in how many likely longer formulas a letter stands
  for (const s of candidateSpans) {
    const b = best.get(s.captured) ?? [0, 0, 0];
    best.set(
      s.captured,
      s.probability > b[0]
        ? [s.probability, b[0], b[2] + 1]
        : [b[0], Math.max(b[1], s.probability), b[2] + 1],
    );
    if (s.probability > 0.6) {
      sure++;
      if (s.captured.length > 1)
        for (const w of new Set(s.captured.match(/[A-Za-z]+|[\u0370-\u03ff]/g) ?? []))
          letters.set(w, (letters.get(w) ?? 0) + 1);
    }
  }
  const likely = [...best.values()].filter((x) => x[0] > 0.6).length;
  const length = text.length < 160 ? 0 : text.length < 700 ? 1 : 2;
  const rivals = findRivals(candidateSpans);
  const sorts = candidateSpans.map(({ captured }) => sortOf(captured));
  const cooccurrences = findCooccurrences(candidateSpans, sorts);
  const habit = noteLetterHabit(text, candidateSpans);
  // Since November 2025 arXiv hands out Greek and accents as Unicode: in such a text the word alpha
  // is a word.
  const script =
    (/[\u0370-\u03ff]/.test(text) ? 2 : 0) + (/[\u00c0-\u017f\u2010-\u201f]/.test(text) ? 1 : 0);
  candidateSpans.forEach((s, k) => {
    const sort = sorts[k];
    const b = best.get(s.captured) ?? [s.probability, 0, 1];
    const same = b[2] > 1 ? 1 + bucket(s.probability === b[0] ? b[1] : b[0]) : 0;
    const others = count(Math.max(0, sure - (s.probability > 0.6 ? 1 : 0)));
    const distinct = count(likely - (b[0] > 0.6 ? 1 : 0));
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
    put(mixHash(mixHash(cooccurrences[k], sort), p >> 1));
  });
  return rows;
}
