import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { channel } from '../../src/restore/channel.ts';
import { createRestorer } from '../../src/restore/create-restorer.ts';
import { roundTrips } from '../../src/restore/round-trip.ts';
import { isFormula, type Segment } from '../../src/restore/segments.ts';
import { type Figures, type Gold, normaliseFormula, scoreRestored } from './score.ts';

/** How often formulas of a probability were the author's to the letter (up to synonyms). */
export interface ReliabilityRow {
  from: number;
  to: number;
  formulas: number;
  meanProbability: number;
  right: number;
}
/**
 * A gold set's figures with speed on one core, proofs that failed, and the reliability of the
 * probabilities.
 */
export interface Measurement extends Figures {
  abstractsPerSecond: number;
  loadMs: number;
  unproven: number;
  reliability: ReliabilityRow[];
}

/** Reads a gold set, plain or gzipped JSON lines. */
function readGold(path: string): Gold[] {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => JSON.parse(l) as Gold);
}

/** Restores a gold set with a model's uncompressed bytes and measures it. */
export function measureModel(bytes: Uint8Array, path: string): Measurement {
  const gold = readGold(path);
  const beforeLoad = performance.now();
  const restorer = createRestorer(bytes);
  const loadMs = Math.round(performance.now() - beforeLoad);
  const captured = gold.map((g) => g.text ?? channel(g.raw ?? ''));
  for (const text of captured.slice(0, 200)) restorer.restore(text); // let the engine compile before the clock runs
  const started = performance.now();
  const restored = captured.map((text) => restorer.restore(text));
  const seconds = (performance.now() - started) / 1000;
  const unproven = restored.filter((segments, k) => !roundTrips(captured[k], segments)).length;
  const byId = new Map(gold.map((g, k) => [g.id, restored[k]]));
  return {
    ...scoreRestored(gold, byId),
    abstractsPerSecond: Math.round(gold.length / seconds),
    loadMs,
    unproven,
    reliability: tabulate(gold, restored),
  };
}

function tabulate(
  gold: readonly Gold[],
  restored: readonly (readonly Segment[])[],
): ReliabilityRow[] {
  const edges = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0001];
  const rows = edges
    .slice(1)
    .map((to, k) => ({ from: edges[k], to, formulas: 0, sum: 0, right: 0 }));
  gold.forEach((g, d) => {
    const single = { ...scoreParts(g, restored[d]) };
    for (const { probability, isRight } of single.parts) {
      const row = rows.find((r) => probability < r.to) ?? rows[rows.length - 1];
      row.formulas++;
      row.sum += probability;
      if (isRight) row.right++;
    }
  });
  return rows.map((r) => ({
    from: r.from,
    to: Math.min(1, r.to),
    formulas: r.formulas,
    meanProbability: +(r.sum / Math.max(1, r.formulas)).toFixed(3),
    right: +(r.right / Math.max(1, r.formulas)).toFixed(3),
  }));
}

/** For each formula restored: whether the author had exactly it there. */
function scoreParts(
  g: Gold,
  segments: readonly Segment[],
): { parts: { probability: number; isRight: boolean }[] } {
  const parts: { probability: number; isRight: boolean }[] = [];
  for (const s of segments) {
    if (!isFormula(s)) continue;
    // One formula at a time through the scorer: it is the author's if it alone is found and exact.
    const alone = segments.map((x) => (x === s ? s : { text: isFormula(x) ? x.captured : x.text }));
    const f = scoreRestored([g], new Map([[g.id, alone]]));
    const strict = Math.round((f.exactLatex ?? 0) * f.goldSpans);
    const isFree = f.spanPrecision === null;
    if (!isFree && normaliseFormula(s.latex) !== '')
      parts.push({ probability: s.probability ?? 1, isRight: strict > 0 });
  }
  return { parts };
}
