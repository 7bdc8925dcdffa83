import { type Profile, type RelatablePaper, TermStatistics } from './paper-profiles.ts';
import { type CommonTerm, chooseShared, type SharedTerm } from './shared-terms.ts';

/** A paper related to another, and why. */
export interface RelatedPaper {
  slug: string;
  /** The terms of both, the most significant first: one to four words, phrases or formulas. */
  shared: SharedTerm[];
}

/** How many related papers are named. */
const mostRelated = 5;
/** Papers per term that are candidates: those in which it has the highest weight. */
const mostPostings = 80;
/** Candidates that are compared in all their terms. */
const mostCandidates = 24;
/** Cosine similarity from which two papers are related, 0 to 1. */
const leastAlike = 0.06;
/** Cosine similarity from which one shared term is enough. */
const muchAlike = 0.15;

/** The papers in which a term has the highest weights, by their numbers, and these weights. */
interface Postings {
  papers: number[];
  weights: number[];
}

/**
 * Finds for each paper the most similar ones, by the cosine of their TF-IDF weights over words, phrases and
 * formulas of title and abstract.
 *
 * Papers are added in volumes, in the order of the ledger, and a paper is weighted by the statistics at the end of
 * its volume: later papers change neither its profile nor its list.
 *
 * Cost: near-linear in the number of papers. A paper is represented by its 48 heaviest terms, a term
 * gives 80 candidates, and 24 candidates are compared: at most 48 × (80 + 24) steps a
 * paper, however large the archive is.
 *
 * The order of the papers in a volume does not change the result; equally similar papers are ordered by volume and
 * slug.
 * @see Salton, Buckley: Term-weighting approaches in automatic text retrieval (1988)
 */
export class RelatedPapers {
  readonly #statistics = new TermStatistics();
  readonly #profiles: Profile[] = [];
  /** By number of the term; if it has many papers, those with the highest weights. */
  readonly #postings: (Postings | undefined)[] = [];
  /** How many papers are in the postings. */
  #entered = 0;
  /** Where the volume that was added last begins. */
  #begin = 0;
  /** How many postings and terms of candidates were read: a measure of the time. */
  steps = 0;

  /** Adds the papers of a volume. */
  add(volume: readonly RelatablePaper[]): void {
    const inOrder = [...volume].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    this.#begin = this.#profiles.length;
    this.#profiles.push(...this.#statistics.add(inOrder));
  }

  /** Enters the papers that were added since the last time into the postings of their terms. */
  #enterPostings(): void {
    // Filled without gaps, for V8 would make a hash table of an array with gaps.
    while (this.#postings.length < this.#statistics.size) this.#postings.push(undefined);
    const full = new Set<Postings>();
    for (; this.#entered < this.#profiles.length; this.#entered++) {
      const { terms, weights } = this.#profiles[this.#entered];
      for (let i = 0; i < terms.length; i++) {
        const postings = this.#postings[terms[i]] ?? { papers: [], weights: [] };
        this.#postings[terms[i]] = postings;
        postings.papers.push(this.#entered);
        if (postings.weights.push(weights[i]) > mostPostings) full.add(postings);
      }
    }
    for (const postings of full) shorten(postings);
  }

  /** The related papers of each paper of the volume added last, by slug: at most five, the most similar first. */
  find(): Map<string, RelatedPaper[]> {
    this.#enterPostings();
    const scores = new Float64Array(this.#profiles.length);
    /** By number of a term, its place in the current profile, from 1; 0 for all others. */
    const own = new Int32Array(this.#statistics.size);
    const related = new Map<string, RelatedPaper[]>();
    for (let i = this.#begin; i < this.#profiles.length; i++) {
      const profile = this.#profiles[i];
      const candidates = this.#findCandidates(i, scores);
      profile.terms.forEach((term, t) => {
        own[term] = t + 1;
      });
      related.set(profile.slug, this.#chooseRelated(profile, candidates, own));
      for (const term of profile.terms) own[term] = 0;
    }
    return related;
  }

  /** @param scores a zero for each paper; zeros again afterwards */
  #findCandidates(paper: number, scores: Float64Array): number[] {
    const { terms, weights } = this.#profiles[paper];
    const touched: number[] = [];
    for (let t = 0; t < terms.length; t++) {
      const { papers = [], weights: others = [] } = this.#postings[terms[t]] ?? {};
      this.steps += papers.length;
      for (let i = 0; i < papers.length; i++) {
        if (scores[papers[i]] === 0) touched.push(papers[i]);
        scores[papers[i]] += weights[t] * others[i];
      }
    }
    const best = pickBest(touched, scores, paper);
    for (const other of touched) scores[other] = 0;
    this.steps += best.length * terms.length;
    return best;
  }

  /** The best candidates by all of their terms; the postings have only the highest weights of each term. */
  #chooseRelated(profile: Profile, candidates: readonly number[], own: Int32Array): RelatedPaper[] {
    const ranked = candidates
      .map((paper) => ({ paper, score: compare(profile, this.#profiles[paper], own) }))
      .filter(({ score }) => score >= leastAlike)
      .sort((a, b) => b.score - a.score || a.paper - b.paper);
    const chosen: RelatedPaper[] = [];
    for (const { paper, score } of ranked) {
      if (chosen.length === mostRelated) break;
      const shared = chooseShared(this.#findCommon(profile, this.#profiles[paper], own));
      if (shared.length > 1 || score >= muchAlike)
        chosen.push({ slug: this.#profiles[paper].slug, shared });
    }
    return chosen;
  }

  #findCommon(profile: Profile, other: Profile, own: Int32Array): CommonTerm[] {
    const common: CommonTerm[] = [];
    other.terms.forEach((term, i) => {
      const at = own[term] - 1;
      if (at < 0) return;
      common.push({
        key: this.#statistics.keys[term],
        weight: profile.weights[at] * other.weights[i],
        own: profile.readTerm(at),
        other: other.readTerm(i),
      });
    });
    return common;
  }
}

/** Leaves the papers with the highest weights. */
function shorten(postings: Postings): void {
  const { papers, weights } = postings;
  const places = Array.from(papers.keys())
    .sort((a, b) => weights[b] - weights[a] || papers[a] - papers[b])
    .slice(0, mostPostings);
  postings.papers = places.map((place) => papers[place]);
  postings.weights = places.map((place) => weights[place]);
}

/** The papers with the highest scores, best first; equal ones in the order of their numbers. */
function pickBest(papers: readonly number[], scores: Float64Array, but: number): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number): boolean =>
    scores[a] > scores[b] || (scores[a] === scores[b] && a < b);
  for (const paper of papers) {
    if (paper === but) continue;
    if (best.length === mostCandidates && !isBetter(paper, best[best.length - 1])) continue;
    let at = best.length;
    while (at > 0 && isBetter(paper, best[at - 1])) at--;
    best.splice(at, 0, paper);
    if (best.length > mostCandidates) best.pop();
  }
  return best;
}

/** Cosine of two profiles, 0 to 1. @param own places of terms in the first, from 1 */
function compare(profile: Profile, { terms, weights }: Profile, own: Int32Array): number {
  let score = 0;
  for (let i = 0; i < terms.length; i++) {
    const at = own[terms[i]];
    if (at > 0) score += weights[i] * profile.weights[at - 1];
  }
  return score;
}
