import { describe, expect, it } from 'vitest';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import { emptyLedger } from '../../../src/archive/ledger.ts';
import { listVolumes, volumeOf, volumeSize } from '../../../src/archive/volumes.ts';
import { makeAbstract, makeCapture, march11, type TestDate } from './make-capture.ts';

const makePapers = (count: number) => Array.from({ length: count }, (_, entered) => ({ entered }));

describe('listVolumes', () => {
  it('closes a volume when its last place is taken', () => {
    const papers = makePapers(volumeSize + 1);
    expect(listVolumes(papers.slice(0, -2), volumeSize - 1).map((v) => v.isClosed)).toEqual([
      false,
    ]);
    expect(listVolumes(papers.slice(0, -1), volumeSize).map((v) => v.isClosed)).toEqual([true]);
    expect(
      listVolumes(papers, volumeSize + 1).map(({ number, papers: own, isClosed }) => [
        ...[number, own.length, isClosed],
      ]),
    ).toEqual([
      [1, volumeSize, true],
      [2, 1, false],
    ]);
  });

  it('keeps a volume closed, and all others as they are, when papers are removed', () => {
    const papers = makePapers(3 * volumeSize);
    const before = listVolumes(papers, papers.length);
    const left = papers.filter(({ entered }) => entered !== volumeSize && volumeOf(entered) < 3);
    const after = listVolumes(left, papers.length);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual({ ...before[1], papers: before[1].papers.slice(1) });
    expect(after).toHaveLength(2);
  });

  it('does not depend on the order in which papers are given', () => {
    const papers = makePapers(volumeSize + 10);
    expect(listVolumes(papers.toReversed(), papers.length)).toEqual(
      listVolumes(papers, papers.length),
    );
  });
});

describe('the order of the ledger', () => {
  const options = { today: '2026-11-20' };
  const capture = (name: string, date: TestDate, ...papers: string[]) =>
    makeCapture(
      name,
      date,
      papers.map((title) => [title, makeAbstract(1000 * title.charCodeAt(0))]),
    );
  const places = (ledger: { papers: { title: string }[] }) => ledger.papers.map((p) => p.title);

  it('is kept when captures are added whose days and names come before', () => {
    const old = [capture('m.txt', march11, 'M', 'N')];
    const { ledger } = buildArchive(old, emptyLedger, options);
    const earlier = { month: 1, day: 5, year: 2024 };
    const all = [capture('a.txt', earlier, 'A', 'M'), ...old, capture('z.txt', march11, 'B')];
    const grown = buildArchive(all, ledger, options);
    expect(places(ledger)).toEqual(['M', 'N']);
    expect(places(grown.ledger).slice(0, 2)).toEqual(['M', 'N']);
    expect(grown.ledger.papers).toHaveLength(4);
    const again = buildArchive(all.toReversed(), grown.ledger, options);
    expect(places(again.ledger)).toEqual(places(grown.ledger));
  });

  it('is kept when captures are removed and come back', () => {
    const captures = [capture('a.txt', march11, 'A', 'B'), capture('b.txt', march11, 'C')];
    const { ledger } = buildArchive(captures, emptyLedger, options);
    const without = buildArchive(captures.slice(1), ledger, options);
    expect(without.archive.papers.map(({ entered }) => entered)).toEqual([2]);
    const back = buildArchive(captures, without.ledger, options);
    expect(places(back.ledger)).toEqual(places(ledger));
  });
});
