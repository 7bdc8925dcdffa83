import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../scripts/report/report.ts';
import { serialiseFacts } from '../../src/metadata/fact.ts';
import { channel } from '../../src/restore/channel.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

const raw = `${makeAbstract('matrices')} We sketch $R\\in\\mathfrak{R}^{s\\times d}$ in $O(n^2)$ steps.`;

beforeAll(() => {
  archive = makeArchive();
  archive.write(
    '2025-03-11.txt',
    makeSeed(
      'Mar 11',
      ['A Paper on Bounds', makeAbstract('bounds')],
      ['A Paper on Matrices', channel(raw)],
    ),
  );
  archive.write(
    '2025-03-14.txt',
    makeSeed('Mar 14', ['A Paper on Residue', `${makeAbstract('residue')} It is \\foo{bar here.`]),
  );
  const common = {
    paper: 'a-paper-on-matrices',
    source: 'arxiv',
    date: '2025-03-12',
    match: 'text',
  } as const;
  archive.write(
    'metadata.jsonl',
    serialiseFacts([
      { ...common, field: 'arxivId', value: '2503.03601' },
      { ...common, field: 'authors', value: [{ family: 'Erdős', given: 'Paul' }] },
      { ...common, field: 'abstract', value: raw },
    ]),
  );
});
afterAll(() => archive.dispose());

test('a report of an archive that was never built names what it lacks, with places', async () => {
  const { code, output } = await archive.run('scripts/report.ts', ['--json']);
  expect(code, output).toBe(0);
  const report: Report = JSON.parse(output);
  expect(report).toMatchObject({
    ...{ papers: 3, days: 2, captures: 2, first: '2025-03-11', last: '2025-03-14' },
    gaps: [{ first: '2025-03-12', last: '2025-03-13', days: 2 }],
    withoutArxivId: [
      { place: 'seeds/2025-03-11.txt:7', slug: 'a-paper-on-bounds', title: 'A Paper on Bounds' },
      { place: 'seeds/2025-03-14.txt:7', slug: 'a-paper-on-residue' },
    ],
    asCaptured: [
      { place: 'seeds/2025-03-14.txt:7', slug: 'a-paper-on-residue', text: '\\foo{bar' },
    ],
    coverage: { authors: 1, arxivId: 1, venue: 0, abstractLatex: 1 },
    formulas: { all: 2, restored: 0, original: 2 },
    comparison: { texts: 1, counts: { identical: 1, other: 1, missed: 0, false: 0 } },
  });
  expect(report.comparison.differences).toMatchObject([
    {
      place: 'seeds/2025-03-11.txt:11',
      outcome: 'other',
      authors: 'R\\in\\mathfrak{R}^{s\\times d}',
    },
  ]);
});

test('the report writes neither a ledger nor a site', () => {
  expect(readdirSync(archive.folder).sort()).toEqual(['cache', 'seeds']);
  expect(readdirSync(archive.seeds).sort()).toEqual([
    '2025-03-11.txt',
    '2025-03-14.txt',
    'metadata.jsonl',
  ]);
});

test('the report is for people without --json, and an unknown option says how it is called', async () => {
  const { output } = await archive.run('scripts/report.ts');
  expect(output).toMatch(/^3 papers of 2 captures on 2 days, 2025-03-11 to 2025-03-14\n/);
  expect(output).toContain('  seeds/2025-03-14.txt:7  a-paper-on-residue  \\foo{bar\n');
  const refused = await archive.run('scripts/report.ts', ['--jsom']);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('npm run report [-- --json]');
});
