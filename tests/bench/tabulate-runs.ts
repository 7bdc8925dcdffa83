import type { Measurement } from './measure-command.ts';

/** A row of the table: figures by the name of their column. */
export type Row = Record<string, number | string>;

/** The seconds of each stage, from the line that a build prints of them: `  seconds: reading 2.4, records 10.9`. */
export function readStages(output: string): Record<string, number> {
  const list = /^ {2}seconds: (.+)$/m.exec(output)?.[1] ?? '';
  const stages = [...list.matchAll(/([^,]+?) (\d+(?:\.\d+)?)(?:, *|\s*$)/g)];
  return Object.fromEntries(stages.map(([, name, seconds]) => [name, Number(seconds)]));
}

/** The rows of what was measured by the names of the rows, in medians of the runs, and as multiples of the yardstick. */
export function tabulateRuns(
  runs: readonly Readonly<Record<string, Measurement>>[],
  yardstick: string,
): Record<string, Row> {
  const names = Object.keys(runs[0] ?? {});
  const measured = names.map((name): [string, Measurement[]] => [
    name,
    runs.map((run) => run[name]),
  ]);
  const unit = median(runs.flatMap((run) => run[yardstick]?.seconds ?? []));
  return Object.fromEntries(measured.map(([name, each]) => [name, makeRow(each, unit)]));
}

function makeRow(each: readonly Measurement[], unit: number | undefined): Row {
  const seconds = median(each.map((one) => one.seconds)) ?? Number.NaN;
  const peak = median(each.flatMap(({ peakBytes }) => peakBytes ?? []));
  const row: Row = { seconds: Number(seconds.toFixed(1)) };
  if (unit !== undefined) row['× yardstick'] = Number((seconds / unit).toFixed(2));
  row['peak MB'] = peak === undefined ? '–' : Math.round(peak / 1e6);
  const stages = each.map(({ output }) => readStages(output));
  for (const stage of Object.keys(stages[0] ?? {}))
    row[stage] = median(stages.flatMap((times) => times[stage] ?? [])) ?? '–';
  return row;
}

/** The upper one of two in the middle; undefined where there is none. */
function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
