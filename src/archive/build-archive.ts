import type { Problem } from '../capture/problem.ts';
import { type CapturedFacts, mergeMetadata } from '../metadata/merge-metadata.ts';
import { compare } from '../text/compare.ts';
import type { Archive, ArchivedCapture, Day, DayEntry, Paper, RetiredDay } from './archive.ts';
import {
  type BuildOptions,
  type DatedCapture,
  dateCaptures,
  type IdentifiedCapture,
} from './date-captures.ts';
import { identifyPapers, type KnownIds } from './identify-papers.ts';
import type { Ledger, LedgerCapture } from './ledger.ts';
import { namePapers } from './name-papers.ts';

/** An archive, its new ledger, and messages for the maintainer. */
export interface BuiltArchive {
  archive: Archive;
  ledger: Ledger;
  /** Faults that stop a build: dates that do not exist, are out of range or contradict each other. */
  problems: Problem[];
  /** Sentences for the maintainer: years that were assumed, captures that occur twice. */
  notes: string[];
}

/** Makes the archive (days, papers and permalinks) and the ledger that keeps these decisions. */
export function buildArchive(
  captures: readonly IdentifiedCapture[],
  before: Ledger,
  options: BuildOptions,
): BuiltArchive {
  let built = buildOnce(captures, before, options);
  // If two papers have the same revision, the ledger decides which one it belongs to. The next build's decision is
  // made now, so that building again changes nothing.
  for (let round = 0; round < mostRounds && hasSharedRevision(built.ledger); round++) {
    const { archive, ledger } = buildOnce(captures, built.ledger, options);
    if (JSON.stringify(ledger) === JSON.stringify(built.ledger)) break;
    built = { ...built, archive, ledger };
  }
  return built;
}

const mostRounds = 10;

/** Rare: two titles that were identified as one retitled paper occur together in a later capture. */
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
    capture.entries.map((entry, e) => ({
      ...entry,
      ...{ arxivId: entry.facts?.arxivId, capture: c, rank: e + 1 },
    })),
  );
  const { paperOf, known, ids } = identifyPapers(
    entries,
    before.papers,
    options.readSamples,
    listKnownIds(options.facts),
  );

  const drafts: Paper[] = known.map((record, entered) => ({
    slug: record?.slug ?? '',
    identity: record?.id ?? record?.slug ?? '',
    entered,
    ...(ids[entered] !== undefined && { arxivId: ids[entered] }),
    formerSlugs: [...(record?.formerSlugs ?? [])],
    metadata: {},
    revisions: [],
    listings: [],
  }));
  const captured = drafts.map((): CapturedFacts[] => []);
  entries.forEach(({ title, abstract, capture, rank, facts }, i) => {
    const { revisions, listings } = drafts[paperOf[i]];
    if (facts) captured[paperOf[i]].push({ day: dated[capture].day, facts });
    const same = revisions.findIndex((w) => w.title === title && w.abstract === abstract);
    const revision = same >= 0 ? same : revisions.push({ title, abstract }) - 1;
    listings.push({ day: dated[capture].day, capture: dated[capture].name, rank, revision });
  });

  const captureDays = new Set(ledgerCaptures.map((record) => record.day));
  const ledgerPapers = namePapers(drafts, known, captureDays);
  // After the ledger is made, which has only ids by which captures are identified.
  drafts.forEach((paper, i) => {
    const facts = options.facts?.get(paper.identity);
    if (captured[i].length > 0 || facts) Object.assign(paper, mergeMetadata(captured[i], facts));
  });
  const present = drafts.filter((paper) => paper.listings.length > 0);
  const places = new Map(ledgerCaptures.map(({ sha256 }, i) => [sha256, i]));
  const days = groupDays(dated, places, present);
  return {
    archive: {
      captures: dated.map(({ name, sha256, day, size }) => ({ name, sha256, day, size })),
      days,
      retiredDays: findRetiredDays(ledgerCaptures, dated, new Set(days.map((day) => day.date))),
      papers: present,
      retiredPapers: ledgerPapers.flatMap(({ slug, formerSlugs, title, firstDay }, i) =>
        drafts[i].listings.length === 0 ? [{ slug, formerSlugs, title, firstDay }] : [],
      ),
    },
    ledger: { version: 1, captures: ledgerCaptures, papers: ledgerPapers },
    problems,
    notes,
  };
}

/** The papers of the arXiv ids in facts. */
const listKnownIds = (facts: BuildOptions['facts'] = new Map()): KnownIds =>
  new Map(
    [...facts].flatMap(([identity, own]) =>
      own.flatMap((fact) => (fact.field === 'arxivId' ? [[fact.value, identity] as const] : [])),
    ),
  );

/**
 * Groups captures and papers by day, oldest first. A day has each paper of its captures once, at the place where it
 * was captured first.
 * @param captures ordered by day and name
 * @param places of captures in the ledger, by SHA-256
 */
function groupDays(
  captures: readonly ArchivedCapture[],
  places: ReadonlyMap<string, number>,
  papers: readonly Paper[],
): Day[] {
  const order = new Map(captures.map(({ name }, i) => [name, i]));
  const days = new Map<string, Day>();
  for (const [date, own] of Map.groupBy(captures, ({ day }) => day)) {
    const entered = Math.min(...own.map(({ sha256 }) => places.get(sha256) ?? places.size));
    days.set(date, {
      ...{ date, entered },
      captures: own.map(({ name, size }) => ({ name, size })),
      entries: [],
    });
  }
  for (const { slug, listings } of papers) {
    for (const [date, own] of Map.groupBy(listings, ({ day }) => day)) {
      const entry = { slug, listings: own.map(({ capture, rank }) => ({ capture, rank })) };
      days.get(date)?.entries.push(entry);
    }
  }
  const orderOf = ({ listings: [{ capture }] }: DayEntry): number => order.get(capture) ?? 0;
  for (const { entries } of days.values())
    entries.sort((a, b) => orderOf(a) - orderOf(b) || a.listings[0].rank - b.listings[0].rank);
  return [...days.values()];
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
