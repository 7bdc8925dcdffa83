import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BuildProgress } from '../../../scripts/build-progress.ts';
import { describeBuild } from '../../../scripts/describe-build.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('CI', '');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A progress on a terminal, and what it has written. */
function open(isTTY = true) {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  const progress = new BuildProgress({ isTTY, write } as unknown as NodeJS.WriteStream);
  return { progress, written };
}

/** A build of 200 papers, a second for each ten. */
function run({ progress }: { progress: BuildProgress }): void {
  progress.begin('records', 200);
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(1000);
    progress.advance(10);
  }
  progress.end('records');
}

test('a long build rewrites one line with what is done and the time left', () => {
  const opened = open();
  run(opened);
  expect(opened.written).toContain('\rMaking records: 50 of 200, 15 s left\x1b[K');
  expect(opened.written.every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
});

test('nothing is shown in the first two seconds, in a pipe, or in CI', () => {
  const short = open();
  short.progress.begin('records', 10);
  vi.advanceTimersByTime(1900);
  short.progress.advance(10);
  expect(short.written).toEqual([]);
  const pipe = open(false);
  run(pipe);
  expect(pipe.written).toEqual([]);
  vi.stubEnv('CI', 'true');
  const ci = open();
  run(ci);
  expect(ci.written).toEqual([]);
});

test('a stage without a total leaves one with a total in sight', () => {
  const { progress, written } = open();
  vi.advanceTimersByTime(3000);
  progress.begin('records', 200);
  progress.advance(10);
  progress.begin('bundling');
  vi.advanceTimersByTime(1000);
  progress.advance(10);
  expect(written.at(-1)).toContain('Making records: 20 of 200');
  expect(written.join('')).not.toContain('Bundling');
});

test('the summary has papers, formulas, files, bytes, the largest file and the seconds of stages', () => {
  const { progress } = open();
  run({ progress });
  const day = { date: '2025-03-11', entered: 0, captures: [], entries: [] };
  const archive = {
    ...{ captures: [], days: [day], retiredDays: [], papers: [], retiredPapers: [] },
  };
  const head = {
    ...{ titleHtml: 'A', titleText: 'A', titleParts: [], keptCapitals: [], links: [] },
    ...{ hasMath: true, hasMathInTitle: false, hasCode: true, asCaptured: ['\\foo'] },
    counts: { formulas: 3, restored: 1, original: 1 },
  };
  const files = [
    { path: 'a', sizeBytes: 500_000 },
    { path: 'api/papers.jsonl', sizeBytes: 2_000_000 },
  ];
  const lines = describeBuild(archive, new Map([['a', head]]), { files, reused: 1 }, progress);
  expect(lines).toEqual([
    'Built 0 papers of 0 captures on 1 day in 20.0 s.',
    "  formulas: 3, restored 1, the authors' own 1; left as captured: 1 place",
    '  files: 2, 2.5 MB, 1 as in the last build; the largest is api/papers.jsonl with 2.0 MB',
    '  seconds: records 20.0',
  ]);
});
