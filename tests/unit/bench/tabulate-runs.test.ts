import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../bench/measure-command.ts';
import { readStages, tabulateRuns } from '../../bench/tabulate-runs.ts';

const measured = (seconds: number, peakBytes?: number, output = ''): Measurement => ({
  seconds,
  peakBytes,
  output,
});

describe('the stages of a build', () => {
  it('are read from the line of their seconds', () => {
    const output =
      'note: 2 seconds: no 1.0\n  seconds: reading 2.4, the packs 2, search 12.0\nBuilt 5 papers in 3 s.\n';
    expect(readStages(output)).toEqual({ reading: 2.4, 'the packs': 2, search: 12 });
  });

  it('may end with a line end of Windows', () => {
    expect(readStages('  seconds: reading 2.4, packs 0.1\r\n')).toEqual({
      reading: 2.4,
      packs: 0.1,
    });
  });

  it('are none where no line names them', () => {
    expect(readStages('seconds: reading 2.4\nBuilt 5 papers in 3 s.\n')).toEqual({});
  });
});

describe('the table of the runs', () => {
  it('has medians, and multiples of the yardstick', () => {
    const runs = [
      { cold: measured(9, 3e6, '  seconds: reading 3.0'), yardstick: measured(2, 1e6) },
      { cold: measured(5, 1e6, '  seconds: reading 1.0'), yardstick: measured(4, 1e6) },
      { cold: measured(7, 2e6, '  seconds: reading 2.0'), yardstick: measured(3, 1e6) },
    ];
    expect(tabulateRuns(runs, 'yardstick')).toEqual({
      cold: { seconds: 7, '× yardstick': 2.33, 'peak MB': 2, reading: 2 },
      yardstick: { seconds: 3, '× yardstick': 1, 'peak MB': 1 },
    });
  });

  it('does without a yardstick, memory and stages', () => {
    expect(tabulateRuns([{ cold: measured(1.26) }], 'yardstick')).toEqual({
      cold: { seconds: 1.3, 'peak MB': '–' },
    });
  });
});
