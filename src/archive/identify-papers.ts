import { titleKey } from '../text/title-key.ts';
import { wordOverlap, wordSet } from '../text/word-overlap.ts';
import { likeAbstract } from './find-near-duplicates.ts';
import type { LedgerPaper } from './ledger.ts';
import { compareSignatures, differentSignature, signWords } from './minhash.ts';
import { OverlapIndex, sampleShingles } from './overlap-index.ts';
import { textDigest } from './text-digest.ts';

/**
 * Share of words from which two abstracts under different titles are one paper, retitled.
 * Random pairs of 9,705 abstracts share 0.11 at the median and 0.26 at the most.
 */
const sameAbstract = 0.85;
/**
 * Words that two abstracts must share to be one paper, if their words are not all the same: in short abstracts, one
 * word changes the share too much.
 */
const leastShared = 40;
/** Share of words below which two abstracts under one title are clearly different: two papers. */
const differentAbstract = 0.3;

/** One entry of a capture, reduced to what identifies it. */
export interface IdentityEntry {
  title: string;
  abstract: string;
  /** Index of its capture: two titles in one capture are never the same paper. */
  capture: number;
  /** Without version. */
  arxivId?: string | undefined;
}

/** Papers as groups of entries. */
export interface Identification {
  /** For each entry, the number of its paper. */
  paperOf: number[];
  /** For each paper, the ledger's record of it, if there is one; the ledger's papers come first. */
  known: (LedgerPaper | undefined)[];
  /** For each paper, its arXiv id, if the ledger or an entry gives it. */
  ids: (string | undefined)[];
}

interface Candidate {
  titles: Set<string>;
  captures: Map<number, string>;
  /** Entries with different revisions of it. */
  abstracts: number[];
  arxivId?: string | undefined;
}

/** The papers that arXiv ids are of, according to sources other than captures: by id, the identity of the paper. */
export type KnownIds = ReadonlyMap<string, string>;

/** Gives the samples of shingles of texts that were identified before, by the digests of the texts. */
export type ReadSamples = () => ReadonlyMap<string, readonly number[]>;

/**
 * Decides which entries are the same paper. Entries with the same arXiv id are, those with different ids are not.
 * Decisions in the ledger are kept: a revision that it has belongs to its paper. Then the same title is the same paper unless the abstracts
 * clearly differ, and nearly the same abstract under another title is the same paper, retitled,
 * unless a capture has both titles. Before texts are compared, an id that other sources know decides.
 * @param readSamples is called if a title is new
 */
export function identifyPapers(
  entries: readonly IdentityEntry[],
  ledgerPapers: readonly LedgerPaper[],
  readSamples: ReadSamples = () => new Map(),
  knownIds: KnownIds = new Map(),
): Identification {
  const known: (LedgerPaper | undefined)[] = [...ledgerPapers];
  const papers: Candidate[] = ledgerPapers.map((paper) => ({
    titles: new Set([titleKey(paper.title)]),
    captures: new Map(),
    abstracts: [],
    arxivId: paper.arxiv,
  }));
  const byId = new Map(
    papers.flatMap(({ arxivId }, i) => (arxivId === undefined ? [] : [[arxivId, i] as const])),
  );
  const paperOf: number[] = new Array(entries.length).fill(-1);
  const keys = entries.map((entry) => titleKey(entry.title));
  // The words of an entry that the ledger knows are only needed if another entry is compared with it.
  const wordSets: ReadonlySet<string>[] = [];
  const wordsOf = (i: number): ReadonlySet<string> => {
    wordSets[i] ??= wordSet(entries[i].abstract);
    return wordSets[i];
  };
  const digests = entries.map((entry) => textDigest(entry.title, entry.abstract));
  const compared = new Set<string>();

  const byTitle = new Map<string, number[]>();
  const enterTitle = (key: string, paper: number): void => {
    const list = byTitle.get(key) ?? [];
    if (!list.includes(paper)) byTitle.set(key, [...list, paper]);
  };
  papers.forEach((paper, i) => {
    for (const key of paper.titles) enterTitle(key, i);
  });
  const capturesOfTitle = new Map<string, Set<number>>();
  entries.forEach(({ capture }, i) => {
    const set = capturesOfTitle.get(keys[i]) ?? new Set();
    capturesOfTitle.set(keys[i], set.add(capture));
  });
  let samples: ReturnType<ReadSamples> | undefined;
  const sampleOf = (i: number): readonly number[] => {
    samples ??= readSamples();
    return samples.get(digests[i]) ?? [...sampleShingles(wordsOf(i))];
  };
  const index = new OverlapIndex<number>(likeAbstract);
  let unindexed: number[] = [];
  const findLike = (i: number): { item: number; overlap: number }[] => {
    for (const entry of unindexed) index.add(entry, sampleOf(entry), () => wordsOf(entry));
    unindexed = [];
    return wordsOf(i).size === 0 ? [] : index.find(wordsOf(i), sampleOf(i));
  };

  const isFree = (paper: number, i: number): boolean =>
    (papers[paper].captures.get(entries[i].capture) ?? keys[i]) === keys[i] &&
    (papers[paper].arxivId ?? entries[i].arxivId) === (entries[i].arxivId ?? papers[paper].arxivId);
  const assign = (paper: number, i: number): void => {
    paperOf[i] = paper;
    papers[paper].titles.add(keys[i]);
    papers[paper].captures.set(entries[i].capture, keys[i]);
    enterTitle(keys[i], paper);
    const { arxivId } = entries[i];
    if (arxivId !== undefined) {
      papers[paper].arxivId = arxivId;
      byId.set(arxivId, paper);
    }
    // A paper that is in every capture of a week has one abstract, not seven.
    const revision = `${paper} ${digests[i]}`;
    if (compared.has(revision)) return;
    compared.add(revision);
    papers[paper].abstracts.push(i);
    unindexed.push(i);
  };

  // Ids that the ledger knows come before texts.
  entries.forEach(({ arxivId }, i) => {
    const paper = arxivId === undefined ? undefined : byId.get(arxivId);
    if (paper !== undefined) assign(paper, i);
  });

  // Then the entries whose exact text the ledger knows: later decisions then see all abstracts of its papers.
  const byText = new Map<string, number[]>();
  ledgerPapers.forEach((paper, i) => {
    for (const text of paper.texts) byText.set(text, [...(byText.get(text) ?? []), i]);
  });
  digests.forEach((digest, i) => {
    if (paperOf[i] >= 0) return;
    const paper = byText.get(digest)?.find((p) => isFree(p, i));
    if (paper !== undefined) assign(paper, i);
  });

  const standTogether = (a: string, b: string): boolean =>
    !(capturesOfTitle.get(a) ?? new Set()).isDisjointFrom(capturesOfTitle.get(b) ?? new Set());

  const byIdentity = new Map(ledgerPapers.map(({ id, slug }, i) => [id ?? slug, i]));
  const findKnownId = (i: number): number | undefined => {
    const paper = byIdentity.get(knownIds.get(entries[i].arxivId ?? '') ?? '');
    return paper !== undefined && isFree(paper, i) ? paper : undefined;
  };

  const findSameTitle = (i: number): number | undefined =>
    (byTitle.get(keys[i]) ?? []).find(
      (paper) =>
        isFree(paper, i) &&
        (papers[paper].abstracts.length === 0
          ? isLikeRemoved(known[paper], wordsOf(i))
          : papers[paper].abstracts.some(
              (other) => wordOverlap(wordsOf(other), wordsOf(i), differentAbstract) !== undefined,
            )),
    );

  const findRetitled = (i: number): number | undefined =>
    findLike(i)
      .filter(({ item, overlap }) => isNearlySame(wordsOf(item), wordsOf(i), overlap))
      .map(({ item }) => paperOf[item])
      .filter((paper) => isFree(paper, i))
      .find((paper) => ![...papers[paper].titles].some((key) => standTogether(key, keys[i])));

  entries.forEach((_, i) => {
    if (paperOf[i] >= 0) return;
    const { arxivId } = entries[i];
    let paper =
      (arxivId === undefined ? undefined : byId.get(arxivId)) ??
      findKnownId(i) ??
      findSameTitle(i) ??
      findRetitled(i);
    if (paper === undefined) {
      paper = papers.push({ titles: new Set(), captures: new Map(), abstracts: [] }) - 1;
      known.push(undefined);
    }
    assign(paper, i);
  });
  return { paperOf, known, ids: papers.map(({ arxivId }) => arxivId) };
}

/** Whether an abstract may belong to a paper that no capture has now, of which only a signature is left. */
function isLikeRemoved(record: LedgerPaper | undefined, words: ReadonlySet<string>): boolean {
  const sketch = signWords(words);
  if (record?.sketch === undefined || sketch === undefined) return true;
  return compareSignatures(record.sketch, sketch) >= differentSignature;
}

function isNearlySame(a: ReadonlySet<string>, b: ReadonlySet<string>, overlap: number): boolean {
  if (a.size === 0 || b.size === 0) return false;
  // Jaccard's index is shared / (|a| + |b| − shared).
  const shared = (overlap * (a.size + b.size)) / (1 + overlap);
  return overlap === 1 || (overlap >= sameAbstract && shared >= leastShared);
}
