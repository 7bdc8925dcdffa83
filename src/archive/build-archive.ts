import type { Capture } from '../capture/capture.ts';
import type { Problem } from '../capture/problem.ts';
import type { Archive, ArchivedCapture, Paper, RetiredDay, RetiredPaper } from './archive.ts';
import { currentWording } from './archive.ts';
import { groupDays } from './group-days.ts';
import { identifyPapers, type UncertainPair } from './identify-papers.ts';
import type { Ledger, LedgerCapture, LedgerPaper } from './ledger.ts';
import { resolveDay } from './resolve-day.ts';
import { makeSlug, makeUniqueSlug } from './slug.ts';
import { textDigest, titleKey } from './text-key.ts';

/** A capture with the SHA-256 of its normalised text. */
export type IdentifiedCapture = Capture & { sha256: string };

/** What a build may know besides captures and ledger. */
export interface BuildOptions {
  /** Today, as an ISO date; only a year that nothing else gives depends on it. */
  today: string;
  /** Years given by the keeper, by SHA-256 of the capture. */
  years?: ReadonlyMap<string, number>;
}

/** An archive, the ledger as it must now be, and what a keeper should be told. */
export interface BuiltArchive {
  archive: Archive;
  ledger: Ledger;
  /** Faults that stop a build: a day that the year found for it does not have. */
  problems: Problem[];
  /** Sentences for the keeper: years that were assumed, captures that stand twice. */
  notes: string[];
  uncertain: UncertainPair[];
}

type Dated = ArchivedCapture & Pick<IdentifiedCapture, 'entries'>;

/** Makes the archive: days, papers and permalinks, and the ledger that remembers them. */
export function buildArchive(
  captures: readonly IdentifiedCapture[],
  before: Ledger,
  options: BuildOptions,
): BuiltArchive {
  let built = buildOnce(captures, before, options);
  // A wording that two papers have is decided by the ledger alone: what the next build would decide
  // by this ledger is decided now, so that building again changes nothing.
  for (let turn = 0; turn < mostTurns && hasSharedWording(built.ledger); turn++) {
    const { archive, ledger, uncertain } = buildOnce(captures, built.ledger, options);
    if (JSON.stringify(ledger) === JSON.stringify(built.ledger)) break;
    built = { ...built, archive, ledger, uncertain };
  }
  return built;
}

const mostTurns = 10;

/** Rare: two titles that were one paper, retitled, stand together in a later capture. */
function hasSharedWording({ papers }: Ledger): boolean {
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
  const { paperOf, known, uncertain } = identifyPapers(entries, before.papers);

  const drafts: Paper[] = known.map((record) => ({
    slug: record?.slug ?? '',
    identity: record?.id ?? record?.slug ?? '',
    formerSlugs: [...(record?.formerSlugs ?? [])],
    wordings: [],
    sightings: [],
  }));
  entries.forEach(({ title, abstract, capture, rank }, i) => {
    const { wordings, sightings } = drafts[paperOf[i]];
    const same = wordings.findIndex((w) => w.title === title && w.abstract === abstract);
    const wording = same >= 0 ? same : wordings.push({ title, abstract }) - 1;
    sightings.push({ day: dated[capture].day, capture: dated[capture].name, rank, wording });
  });

  const ledgerPapers = nameAll(drafts, known);
  const present = drafts.filter((paper) => paper.sightings.length > 0);
  const days = groupDays(dated, present);
  return {
    archive: {
      captures: dated.map(({ name, sha256, day, size }) => ({ name, sha256, day, size })),
      days,
      retiredDays: findRetiredDays(ledgerCaptures, dated, new Set(days.map((day) => day.date))),
      papers: present,
      retiredPapers: ledgerPapers.filter((_, i) => drafts[i].sightings.length === 0).map(retire),
    },
    ledger: { version: 1, captures: ledgerCaptures, papers: ledgerPapers },
    problems,
    notes,
    uncertain,
  };
}

/** Gives every capture its day, in the order of the archive (day, then name), each text once. */
function dateCaptures(
  captures: readonly IdentifiedCapture[],
  records: readonly LedgerCapture[],
  options: BuildOptions,
): { dated: Dated[]; ledgerCaptures: LedgerCapture[]; problems: Problem[]; notes: string[] } {
  const ledgerCaptures = records.map((record) => ({
    ...record,
    formerDays: [...record.formerDays],
  }));
  const bySha = new Map(ledgerCaptures.map((record) => [record.sha256, record]));
  const present = new Set(captures.map((capture) => capture.sha256));
  const firstName = new Map<string, string>();
  const problems: Problem[] = [];
  const notes: string[] = [];
  const dated: Dated[] = [];

  for (const capture of [...captures].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const { sha256, file } = capture;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const twin = firstName.get(sha256);
    if (twin !== undefined) {
      notes.push(`${file} is the same capture as ${twin}: it is counted once.`);
      continue;
    }
    firstName.set(sha256, file);

    // A capture that was edited has new bytes and its old name: it keeps the year it had, and what
    // redirects to it.
    const edited = ledgerCaptures.findLast(
      (r) => r.name === name && !present.has(r.sha256) && isDateOf(capture, r.day),
    );
    const ledgerDay = (bySha.get(sha256) ?? edited)?.day;
    const resolved = resolveDay(capture, {
      ledgerDay,
      year: options.years?.get(sha256),
      today: options.today,
    });
    if (resolved === undefined) {
      const { line, column, text } = capture.date;
      problems.push({
        file,
        line: Math.max(1, line),
        column,
        code: 'date/impossible',
        message: `No year that is known for this capture has a day "${text}".`,
        hint: `give the year it is of: npm run seeds:add -- ${file} --year 2024`,
      });
      continue;
    }
    if (resolved.source === 'assumed') {
      notes.push(
        `${file}: "${capture.date.text}" names no year; ${resolved.day} is assumed, the latest such day. ` +
          `To change it: npm run seeds:add -- ${file} --year ${Number(resolved.day.slice(0, 4)) - 1}`,
      );
    }
    const { day } = resolved;
    const record = bySha.get(sha256);
    if (record === undefined) {
      const formerDays = edited ? listFormerDays(edited, day) : [];
      ledgerCaptures.push({ sha256, name, day, formerDays });
    } else {
      Object.assign(record, { name, day, formerDays: listFormerDays(record, day) });
    }
    dated.push({ name, sha256, day, size: capture.entries.length, entries: capture.entries });
  }
  dated.sort((a, b) => (a.day === b.day ? compare(a.name, b.name) : compare(a.day, b.day)));
  return { dated, ledgerCaptures, problems, notes };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The days that a capture was of, now that it is of `day`. */
const listFormerDays = ({ day: last, formerDays }: LedgerCapture, day: string): string[] =>
  last === day ? formerDays : [...new Set([...formerDays, last])].filter((d) => d !== day);

const isDateOf = ({ date }: Capture, day: string): boolean =>
  Number(day.slice(5, 7)) === date.month && Number(day.slice(8)) === date.day;

/** Gives slugs to new papers and to those whose title changed; returns the ledger's papers. */
function nameAll(papers: Paper[], known: readonly (LedgerPaper | undefined)[]): LedgerPaper[] {
  const owner = new Map<string, Paper>();
  for (const paper of papers) {
    for (const slug of [paper.slug, ...paper.formerSlugs]) if (slug) owner.set(slug, paper);
  }
  return papers.map((paper, i) => {
    const record = known[i];
    if (paper.sightings.length === 0) return record as LedgerPaper;
    const { title } = currentWording(paper);
    if (record === undefined || titleKey(record.title) !== titleKey(title)) {
      // A title that comes back takes its old slug again: that one is not foreign to this paper.
      const slug = makeUniqueSlug(makeSlug(title), (s) => owner.has(s) && owner.get(s) !== paper);
      if (paper.slug && paper.slug !== slug) paper.formerSlugs.push(paper.slug);
      paper.formerSlugs = paper.formerSlugs.filter((former) => former !== slug);
      paper.slug = slug;
      paper.identity ||= slug;
      owner.set(slug, paper);
    }
    const texts = paper.wordings.map((w) => textDigest(w.title, w.abstract));
    return {
      slug: paper.slug,
      ...(paper.identity === paper.slug ? {} : { id: paper.identity }),
      formerSlugs: paper.formerSlugs,
      title,
      firstDay: [record?.firstDay, paper.sightings[0].day].filter((d) => d !== undefined).sort()[0],
      texts: [...new Set([...(record?.texts ?? []), ...texts])],
    };
  });
}

function retire({ slug, formerSlugs, title, firstDay }: LedgerPaper): RetiredPaper {
  return { slug, formerSlugs, title, firstDay };
}

function findRetiredDays(
  records: readonly LedgerCapture[],
  dated: readonly Dated[],
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
