import type { Problem } from '../capture/problem.ts';
import { compare } from '../text/compare.ts';
import type { Archive, Paper, RetiredDay, RetiredPaper } from './archive.ts';
import {
  type BuildOptions,
  type DatedCapture,
  dateCaptures,
  type IdentifiedCapture,
} from './date-captures.ts';
import { groupDays } from './group-days.ts';
import { identifyPapers } from './identify-papers.ts';
import type { Ledger, LedgerCapture, LedgerPaper } from './ledger.ts';
import { namePapers } from './name-papers.ts';

/** An archive, the ledger as it must now be, and what a maintainer should be told. */
export interface BuiltArchive {
  archive: Archive;
  ledger: Ledger;
  /** Faults that stop a build: a day that the year found for it does not have. */
  problems: Problem[];
  /** Sentences for the maintainer: years that were assumed, captures that stand twice. */
  notes: string[];
}

/** Makes the archive: days, papers and permalinks, and the ledger that remembers them. */
export function buildArchive(
  captures: readonly IdentifiedCapture[],
  before: Ledger,
  options: BuildOptions,
): BuiltArchive {
  let built = buildOnce(captures, before, options);
  // A revision that two papers have is decided by the ledger alone: what the next build would decide
  // by this ledger is decided now, so that building again changes nothing.
  for (let turn = 0; turn < mostTurns && hasSharedRevision(built.ledger); turn++) {
    const { archive, ledger } = buildOnce(captures, built.ledger, options);
    if (JSON.stringify(ledger) === JSON.stringify(built.ledger)) break;
    built = { ...built, archive, ledger };
  }
  return built;
}

const mostTurns = 10;

/** Rare: two titles that were one paper, retitled, stand together in a later capture. */
function hasSharedRevision({ papers }: Ledger): boolean {
  const texts = papers.flatMap((paper) => paper.texts);
  return new Set(texts).size < texts.length;
}

function buildOnce(
  captures: readonly IdentifiedCapture[],
  before: Ledger,
  options: BuildOptions,
): BuiltArchive {
  const { dated, ledgerCaptures, problems, notes } = dateCaptures(
    captures,
    before.captures,
    options,
  );
  const entries = dated.flatMap((capture, c) =>
    capture.entries.map((entry, e) => ({ ...entry, capture: c, rank: e + 1 })),
  );
  const { paperOf, known } = identifyPapers(entries, before.papers, options.readSamples);

  const drafts: Paper[] = known.map((record, entered) => ({
    slug: record?.slug ?? '',
    identity: record?.id ?? record?.slug ?? '',
    entered,
    formerSlugs: [...(record?.formerSlugs ?? [])],
    revisions: [],
    listings: [],
  }));
  entries.forEach(({ title, abstract, capture, rank }, i) => {
    const { revisions, listings } = drafts[paperOf[i]];
    const same = revisions.findIndex((w) => w.title === title && w.abstract === abstract);
    const revision = same >= 0 ? same : revisions.push({ title, abstract }) - 1;
    listings.push({ day: dated[capture].day, capture: dated[capture].name, rank, revision });
  });

  const captureDays = new Set(ledgerCaptures.map((record) => record.day));
  const ledgerPapers = namePapers(drafts, known, captureDays);
  const present = drafts.filter((paper) => paper.listings.length > 0);
  const places = new Map(ledgerCaptures.map(({ sha256 }, i) => [sha256, i]));
  const entered = dated.map((capture) => ({
    ...capture,
    entered: places.get(capture.sha256) ?? ledgerCaptures.length,
  }));
  const days = groupDays(entered, present);
  return {
    archive: {
      captures: dated.map(({ name, sha256, day, size }) => ({ name, sha256, day, size })),
      days,
      retiredDays: findRetiredDays(ledgerCaptures, dated, new Set(days.map((day) => day.date))),
      papers: present,
      retiredPapers: ledgerPapers.filter((_, i) => drafts[i].listings.length === 0).map(retire),
    },
    ledger: { version: 1, captures: ledgerCaptures, papers: ledgerPapers },
    problems,
    notes,
  };
}

function retire({ slug, formerSlugs, title, firstDay }: LedgerPaper): RetiredPaper {
  return { slug, formerSlugs, title, firstDay };
}

function findRetiredDays(
  records: readonly LedgerCapture[],
  dated: readonly DatedCapture[],
  present: ReadonlySet<string>,
): RetiredDay[] {
  const dayOf = new Map(dated.map((capture) => [capture.sha256, capture.day]));
  const retired = new Map<string, RetiredDay>();
  for (const record of records) {
    for (const date of [record.day, ...record.formerDays]) {
      if (present.has(date)) continue;
      const movedTo = dayOf.get(record.sha256);
      retired.set(date, { date, ...(movedTo ? { movedTo } : retired.get(date)) });
    }
  }
  return [...retired.values()].sort((a, b) => compare(a.date, b.date));
}
