import { titleKey } from '../text/title-key.ts';
import { wordOverlap, wordSet } from '../text/word-overlap.ts';
import type { CandidateFact, Fact } from './fact.ts';
import { findBest } from './find-best.ts';
import type { Author } from './metadata.ts';
import { type PaperIndex, type PaperToMatch, titleKeys } from './paper-index.ts';
import type { SourceRecord } from './sources/source-record.ts';

/** A record of a source, and the paper that it is. */
export interface Match {
  paper: PaperToMatch;
  record: SourceRecord;
  match: Fact['match'];
}

/** A record that may be a paper: the maintainer decides. */
export interface UncertainMatch {
  paper: PaperToMatch;
  record: SourceRecord;
  /** What is alike. */
  match: 'text' | 'title';
  /** For people: `the titles are the same, the abstracts share 41 % of their words`. */
  reason: string;
}

/** Share of words from which two abstracts under the same title are of one paper. */
const sameText = 0.5;
/** Share of words below which two abstracts under the same title are of different papers. */
const differentText = 0.3;
/** Share of words from which abstracts under different titles are shown to the maintainer. */
const retitledText = 0.7;
/** By how much of their words one of two abstracts must be nearer, if both are near. */
const clearlyNearer = 0.1;
/** Words from which a title alone can identify a paper. */
const wordsOfTitle = 5;
/** Words from which a text is an abstract, and not a remark of a bibliography. */
const wordsOfAbstract = 20;

/**
 * Finds the papers that the records of a source are: by arXiv id or DOI; else by title and abstract together; where the
 * source has no abstract, by a title of five words that is unique on both sides.
 * @param index of all papers
 * @param records of one file, all that may be a paper
 * @param decisions of the maintainer
 * @returns matches, several of a paper if a source has it several times, and uncertain candidates
 */
export function matchPapers(
  index: PaperIndex,
  records: readonly SourceRecord[],
  decisions: readonly CandidateFact[] = [],
): { matches: Match[]; uncertain: UncertainMatch[] } {
  const decided = new Map(
    decisions.map(({ paper, value }) => [`${paper} ${value.id}`, value.decision]),
  );
  const decisionOf = (paper: PaperToMatch, { id }: SourceRecord) =>
    decided.get(`${paper.identity} ${id}`);
  // A file may have a record several times, as pages of several days do.
  const latest = new Map<string, SourceRecord>();
  for (const record of records) {
    const key = `${record.source} ${record.id}`;
    if ((latest.get(key)?.date ?? '') <= record.date) latest.set(key, record);
  }
  const recordsOfTitle = Map.groupBy(latest.values(), ({ title }) => titleKey(title));
  const matches: Match[] = [];
  const byText: (Match & { overlap: number })[] = [];
  const uncertain: UncertainMatch[] = [];
  for (const record of latest.values()) {
    const papers = index.find(record);
    const accepted = papers.filter((paper) => decisionOf(paper, record) === 'accepted');
    const open = papers.filter((paper) => decisionOf(paper, record) !== 'refused');
    const known = open.filter((paper) => hasSameId(paper, record));
    if (accepted.length > 0 || known.length > 0) {
      const match = accepted.length > 0 ? 'maintainer' : 'id';
      for (const paper of accepted.length > 0 ? accepted : known)
        matches.push({ paper, record, match });
      continue;
    }
    for (const paper of open) {
      if (hasOtherId(paper, record)) continue;
      const isUnique =
        recordsOfTitle.get(titleKey(record.title))?.length === 1 &&
        index.ofTitle(record.title).length === 1;
      const grade = compareTexts(paper, record, isUnique);
      if (grade === undefined) continue;
      if ('reason' in grade) uncertain.push({ paper, record, ...grade });
      else if (grade.match === 'title') matches.push({ paper, record, match: 'title' });
      else byText.push({ paper, record, match: 'text', overlap: grade.overlap });
    }
  }
  const { best, unclear } = findBest(byText, clearlyNearer);
  matches.push(...best.map(({ paper, record, match }) => ({ paper, record, match })));
  uncertain.push(
    ...unclear.map(({ paper, record, overlap }) => ({
      ...{ paper, record, match: 'text' as const },
      reason: `${describeShare(overlap)}, as another record or paper of this title does`,
    })),
  );
  const found = new Set(matches.map(({ paper }) => paper));
  return { matches, uncertain: uncertain.filter(({ paper }) => !found.has(paper)) };
}

const hasSameId = (paper: PaperToMatch, { facts }: SourceRecord): boolean =>
  (facts.arxivId !== undefined && facts.arxivId === paper.arxivId) ||
  (facts.doi !== undefined && facts.doi.toLowerCase() === paper.doi?.toLowerCase());

const hasOtherId = ({ arxivId }: PaperToMatch, { facts }: SourceRecord): boolean =>
  arxivId !== undefined && facts.arxivId !== undefined && arxivId !== facts.arxivId;

type Grade =
  | { match: 'text'; overlap: number }
  | { match: 'title' }
  | Pick<UncertainMatch, 'match' | 'reason'>;

function compareTexts(
  { revisions, authors }: PaperToMatch,
  record: SourceRecord,
  isUnique: boolean,
): Grade | undefined {
  const keys = titleKeys(record.title);
  const hasSameTitle = revisions.some(({ title }) => !titleKeys(title).isDisjointFrom(keys));
  const isByOthers = haveNoAuthorInCommon(authors, record.facts.authors);
  const words = wordSet(record.abstract);
  if (words.size < wordsOfAbstract) {
    if (!hasSameTitle || isByOthers) return undefined;
    if (!isUnique)
      return { match: 'title', reason: 'the titles are the same, and so is that of another' };
    if (wordSet(record.title).size < wordsOfTitle)
      return { match: 'title', reason: 'the titles are the same, and short' };
    return { match: 'title' };
  }
  const overlap = Math.max(
    ...revisions.map(({ abstract }) => wordOverlap(wordSet(abstract), words) ?? 0),
  );
  if (!hasSameTitle)
    return overlap < retitledText
      ? undefined
      : { match: 'text', reason: `${describeShare(overlap)}, the titles differ` };
  if (overlap < differentText) return undefined;
  if (isByOthers)
    return { match: 'text', reason: `${describeShare(overlap)}, the authors are others` };
  return overlap >= sameText
    ? { match: 'text', overlap }
    : { match: 'title', reason: `the titles are the same, ${describeShare(overlap)}` };
}

const describeShare = (overlap: number): string =>
  `the abstracts share ${Math.round(100 * overlap)} % of their words`;

/** Whether the authors of both sides are known, and they have none in common. */
function haveNoAuthorInCommon(a: readonly Author[] = [], b: readonly Author[] = []): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const names = new Set(a.flatMap(namesOf));
  return !b.flatMap(namesOf).some((name) => names.has(name));
}

/** Family name and initial, in both orders: sources do not agree which part is which. */
function namesOf({ family, given }: Author): string[] {
  if (given === undefined) return [titleKey(family)];
  const [last, first] = [titleKey(family), titleKey(given)];
  return [`${last} ${first[0]}`, `${first} ${last[0]}`];
}
