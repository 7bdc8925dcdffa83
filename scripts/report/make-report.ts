import { currentRevision, type Paper } from '../../src/archive/archive.ts';
import type { PaperHead, PaperTexts } from '../../src/records/paper-record.ts';
import { doubtfulBelow } from '../../src/render/flatten.ts';
import { isFormula, type Segment } from '../../src/restore/segments.ts';
import type { SoundArchive } from '../register-seeds.ts';
import { compareFormulas, type Outcome } from './compare-formulas.ts';
import { listUncertain } from './list-uncertain.ts';
import { findGaps } from './missing-days.ts';
import type { PaperPlace, Report } from './report.ts';

/** Reads parts of a paper's record, by its slug. */
export interface RecordReader {
  readHead(slug: string): PaperHead;
  readTexts(slug: string): PaperTexts;
}

/**
 * Reports on an archive.
 * @param restore the restorer, which is compared with the authors
 */
export function makeReport(
  sound: Pick<SoundArchive, 'archive' | 'seeds'>,
  { readHead, readTexts }: RecordReader,
  restore: (captured: string) => Segment[],
): Report {
  const { papers, days, captures } = sound.archive;
  const placeOf = locatePapers(sound);
  const heads = papers.map((paper) => ({ ...placeOf(paper), ...readHead(paper.slug) }));
  const sum = (of: keyof PaperHead['counts']): number =>
    heads.reduce((total, { counts }) => total + counts[of], 0);
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  return {
    papers: papers.length,
    ...(first && { first, last }),
    days: days.length,
    captures: captures.length,
    gaps: findGaps(days.map(({ date }) => date)),
    withoutArxivId: papers
      .filter(({ arxivId }) => arxivId === undefined)
      .map((paper) => ({ ...placeOf(paper), title: currentRevision(paper).title })),
    doubtful: papers
      .flatMap((paper) => listDoubtful(readTexts(paper.slug), placeOf(paper)))
      .sort((a, b) => a.probability - b.probability),
    asCaptured: heads.flatMap(({ place, slug, asCaptured }) =>
      asCaptured.map((text) => ({ place, slug, text })),
    ),
    uncertain: listUncertain(sound.seeds.metadata),
    coverage: countKnown(papers),
    formulas: { all: sum('formulas'), restored: sum('restored'), original: sum('original') },
    comparison: compareAll(papers, placeOf, restore),
  };
}

type PlaceOf = (paper: Paper) => PaperPlace;

/** Where papers begin in the seeds: each in the capture that has its present revision. */
function locatePapers({ archive, seeds }: Pick<SoundArchive, 'archive' | 'seeds'>): PlaceOf {
  const captures = new Map(seeds.captures.map((capture) => [capture.sha256, capture]));
  const places = new Map(
    archive.captures.flatMap(({ name, sha256, day }) => {
      const { file, entries } = captures.get(sha256) ?? { file: name, entries: [] };
      return entries.map(({ rank, line }) => [`${name} ${day} ${rank}`, `${file}:${line}`]);
    }),
  );
  return ({ slug, listings }) => {
    const { capture, day, rank } = listings[listings.length - 1];
    return { place: places.get(`${capture} ${day} ${rank}`) ?? capture, slug };
  };
}

function listDoubtful({ title, abstract }: PaperTexts, place: PaperPlace): Report['doubtful'] {
  return [...title.segments, ...abstract.segments].flatMap((segment) => {
    if (!isFormula(segment)) return [];
    const { captured, latex, probability = 1 } = segment;
    return probability < doubtfulBelow ? [{ ...place, captured, latex, probability }] : [];
  });
}

function countKnown(papers: readonly Paper[]): Report['coverage'] {
  const number = (isKnown: (paper: Paper) => unknown): number =>
    papers.filter((paper) => isKnown(paper) !== undefined).length;
  return {
    authors: number(({ metadata }) => metadata.authors),
    arxivId: number(({ arxivId }) => arxivId),
    doi: number(({ metadata }) => metadata.doi),
    published: number(({ metadata }) => metadata.published),
    venue: number(({ metadata }) => metadata.venue),
    categories: number(({ metadata }) => metadata.categories),
    organisation: number(({ metadata }) => metadata.organisation),
    url: number(({ metadata }) => metadata.url),
    projectPage: number(({ metadata }) => metadata.projectPage),
    code: number(({ metadata }) => metadata.code),
    stars: number(({ metadata }) => metadata.stars),
    votes: number(({ metadata }) => metadata.votes),
    titleLatex: number(({ latex }) => latex?.title),
    abstractLatex: number(({ latex }) => latex?.abstract),
  };
}

function compareAll(
  papers: readonly Paper[],
  placeOf: PlaceOf,
  restore: (captured: string) => Segment[],
): Report['comparison'] {
  const counts: Record<Outcome, number> = {
    identical: 0,
    equal: 0,
    other: 0,
    edges: 0,
    missed: 0,
    false: 0,
  };
  const differences: Report['comparison']['differences'] = [];
  let texts = 0;
  for (const paper of papers) {
    const revision = currentRevision(paper);
    for (const part of ['title', 'abstract'] as const) {
      const raw = paper.latex?.[part];
      if (raw === undefined) continue;
      texts++;
      for (const formula of compareFormulas(revision[part], raw, restore(revision[part]))) {
        counts[formula.outcome]++;
        if (formula.outcome === 'identical' || formula.outcome === 'equal') continue;
        differences.push({ ...placeOf(paper), ...formula });
      }
    }
  }
  return { texts, counts, differences };
}
