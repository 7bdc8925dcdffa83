import { type Archive, currentRevision, type Paper } from '../archive/archive.ts';
import { type Problem, quote } from '../capture/problem.ts';
import { isFormula } from '../restore/segments.ts';
import { applyEdits } from './apply-corrections.ts';
import type { Correction, CorrectionLine, ExplainRefusal } from './corrections.ts';
import { findPlaces, parts } from './find-places.ts';
import { findNearestSlugs } from './nearest-slugs.ts';
import { parseCorrections } from './parse-corrections.ts';
import { findRevisions, placeCorrections } from './place-corrections.ts';

/** The corrections of an archive, with faults and notes. */
export interface CheckedCorrections {
  /** By the identity of their paper, in the order of the file. */
  byPaper: ReadonlyMap<string, CorrectionLine[]>;
  problems: Problem[];
  /** Sentences for the maintainer: lines that correct nothing now, which is not a fault. */
  notes: string[];
}

/**
 * Reads the text of `corrections.jsonl` and checks it against the papers it is about.
 * @param archive undefined if seeds have faults: then only the lines themselves are checked
 */
export function readCorrections(
  file: string,
  text: string | undefined,
  archive: Archive | undefined,
  explainRefusal: ExplainRefusal,
): CheckedCorrections {
  const { corrections, problems } = parseCorrections(file, text ?? '', explainRefusal);
  const byPaper = new Map<string, CorrectionLine[]>();
  const checked: CheckedCorrections = { byPaper, problems, notes: [] };
  if (archive === undefined || corrections.length === 0) return checked;

  const addresses = new Map(
    archive.papers.flatMap((paper) =>
      [paper.slug, paper.identity, ...paper.formerSlugs].map((slug) => [slug, paper] as const),
    ),
  );
  const retired = new Set(archive.retiredPapers.flatMap((p) => [p.slug, ...p.formerSlugs]));
  for (const line of corrections) {
    const paper = addresses.get(line.paper);
    if (paper) {
      const lines = byPaper.get(paper.identity);
      if (lines === undefined) byPaper.set(paper.identity, [line]);
      else if (lines.length < mostOfPaper) lines.push(line);
      else problems.push(tooMany(file, line));
    } else if (retired.has(line.paper)) {
      const note = 'corrects a paper that no capture holds any more; the line is kept.';
      checked.notes.push(`${file}:${line.line} ${note}`);
    } else
      problems.push(
        unknownPaper(file, line, problems.length < mostGuessed ? addresses.keys() : []),
      );
  }
  for (const paper of archive.papers) {
    const lines = byPaper.get(paper.identity);
    if (lines) checkPaper(file, paper, lines, checked);
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return checked;
}

/** Suggestions compare a slug with all papers, and only the first faults are printed. */
const mostGuessed = 20;

type Field = keyof Correction;

function problemOf(
  file: string,
  { line, columns }: CorrectionLine,
  field: Field,
  [code, message, hint]: [code: string, message: string, hint: string],
): Problem {
  return { file, line, column: columns[field] ?? 1, code: `correction/${code}`, message, hint };
}

/** Far more than an abstract has formulas. Checking is quadratic in this number. */
const mostOfPaper = 1000;

const tooMany = (file: string, line: CorrectionLine): Problem =>
  problemOf(file, line, 'paper', [
    'too-many',
    `There are ${mostOfPaper} corrections of ${quote(line.paper)} before this line, which is as many as a paper may have.`,
    'remove lines that correct the same place again.',
  ]);

function unknownPaper(file: string, line: CorrectionLine, slugs: Iterable<string>): Problem {
  const [nearest] = findNearestSlugs(line.paper, slugs, 1);
  return problemOf(file, line, 'paper', [
    'unknown-paper',
    `No paper has or had the slug ${quote(line.paper)}.`,
    nearest
      ? `is it "${nearest}"?`
      : 'it is the last part of the address of the paper’s page: papers/<slug>/.',
  ]);
}

/** Checks the lines of one paper against its revisions, and with each other. */
function checkPaper(
  file: string,
  paper: Paper,
  lines: readonly CorrectionLine[],
  { problems, notes }: CheckedCorrections,
): void {
  const current = paper.revisions.indexOf(currentRevision(paper));
  const byRevision = new Map<number, CorrectionLine[]>();
  for (const line of lines) {
    const [newest] = findRevisions(paper, line);
    if (newest === undefined) problems.push(notFound(file, paper, line));
    else byRevision.set(newest, [...(byRevision.get(newest) ?? []), line]);
    if (newest !== undefined && newest !== current)
      notes.push(`${file}:${line.line} corrects an earlier revision of ${paper.slug} only.`);
  }
  for (const [index, own] of byRevision) {
    const revision = paper.revisions[index];
    const { edits, conflicts } = placeCorrections(revision, own);
    for (const [later, earlier] of conflicts)
      problems.push(
        problemOf(file, later, 'captured', [
          'overlap',
          `Line ${earlier.line} corrects ${quote(earlier.captured)} in the same place already.`,
          'remove one of the two lines, or add "occurrence" to say which place each means.',
        ]),
      );
    const unproven = edits.filter((edit) => {
      if (edit.correction.latex === null) return false;
      const captured = revision[edit.part];
      const alone = applyEdits(captured, [{ text: captured }], [{ ...edit, isExact: true }]);
      return !alone.some(isFormula);
    });
    for (const line of new Set(unproven.map((edit) => edit.correction)))
      problems.push(
        problemOf(file, line, 'captured', [
          'no-round-trip-in-place',
          'In its place the formula does not come out of the channel: a lone $ or \\name{ in the text would be paired with one in the formula.',
          'this place cannot be corrected: remove the line.',
        ]),
      );
  }
}

/** Explains why a span is not found in the revision that the paper is shown with. */
function notFound(file: string, paper: Paper, line: CorrectionLine): Problem {
  const { captured, occurrence, in: part } = line;
  const revision = currentRevision(paper);
  const count = findPlaces(revision, line).length;
  const where = part ?? 'title and abstract';
  if (occurrence !== undefined && count > 0) {
    return problemOf(file, line, 'occurrence', [
      'occurrence',
      `${quote(captured)} occurs ${count === 1 ? 'once' : `${count} times`} in ${where}; there is no occurrence ${occurrence}.`,
      'occurrences count from 1; within a larger word or script a span does not count.',
    ]);
  }
  const isGlued = parts.some((p) => (part ?? p) === p && revision[p].includes(captured));
  return problemOf(file, line, 'captured', [
    'not-captured',
    `${quote(captured)} ${isGlued ? 'never occurs by itself' : 'does not occur'} in the ${where} of ${quote(paper.slug)}.`,
    isGlued
      ? 'it occurs only as a part of other words: write the whole word or formula.'
      : `write the span exactly as captured; npm run correct -- ${paper.slug} lists the formulas.`,
  ]);
}
