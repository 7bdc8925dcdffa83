import { channel } from '../../src/restore/channel.ts';
import { createRestorer } from '../../src/restore/create-restorer.ts';
import { roundTrips } from '../../src/restore/round-trip.ts';
import { readJsonLines } from './read-papers.ts';
import { type Figures, type Gold, type ScoredFormula, scoreRestored } from './score.ts';

/** How often formulas in a range of probabilities are exactly the author's. */
export interface ReliabilityRow {
  from: number;
  to: number;
  formulas: number;
  meanProbability: number;
  right: number;
}
/** Figures of a gold set, with the speed on one core. */
export interface Measurement extends Figures {
  abstractsPerSecond: number;
  loadMs: number;
  /** Texts that fail the round-trip check. */
  unproven: number;
  reliability: ReliabilityRow[];
}

/** Texts that are restored before the time is taken, so that the code is compiled. */
const WARM_UP = 200;

/** Restores the gold set in a file and measures the result. @param bytes a model, uncompressed */
export function measureModel(bytes: Uint8Array, path: string): Measurement {
  const gold = Array.from(readJsonLines(path).rows, ({ row }) => row as Gold);
  const beforeLoad = performance.now();
  const restorer = createRestorer(bytes);
  const loadMs = Math.round(performance.now() - beforeLoad);
  const captured = gold.map((g) => g.text ?? channel(g.raw ?? ''));
  for (const text of captured.slice(0, WARM_UP)) restorer.restore(text);
  const started = performance.now();
  const restored = captured.map((text) => restorer.restore(text));
  const seconds = (performance.now() - started) / 1000;
  const byId = new Map(gold.map((g, k) => [g.id, restored[k]]));
  const { figures, formulas } = scoreRestored(gold, byId);
  return {
    ...figures,
    abstractsPerSecond: Math.round(gold.length / seconds),
    loadMs,
    unproven: restored.filter((segments, k) => !roundTrips(captured[k], segments)).length,
    reliability: tabulate(formulas),
  };
}

const EDGES = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1];

function tabulate(formulas: readonly ScoredFormula[]): ReliabilityRow[] {
  return EDGES.slice(1).map((to, k) => {
    const from = EDGES[k];
    const own = formulas.filter((f) => f.probability >= from && (f.probability < to || to === 1));
    const mean = (sum: number): number => +(sum / Math.max(1, own.length)).toFixed(3);
    return {
      from,
      to,
      formulas: own.length,
      meanProbability: mean(own.reduce((sum, f) => sum + f.probability, 0)),
      right: mean(own.filter((f) => f.isExact).length),
    };
  });
}
