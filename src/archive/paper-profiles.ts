import { kindOfTerm, readTerm, type Term, type TermTable } from './paper-terms.ts';

/** A paper with its terms. */
export interface RelatablePaper {
  slug: string;
  terms: TermTable;
}

/** A paper as a vector of its heaviest terms; the squares of the weights of terms that other papers have, too, add up to 1. */
export interface Profile {
  slug: string;
  /** Numbers of terms, the heaviest first. */
  terms: Int32Array;
  /** The weight of each. */
  weights: Float64Array;
  /** The n-th of them as the paper writes it. */
  readTerm(n: number): Term;
}

/** How many terms represent a paper. */
export const mostTerms = 48;
/**
 * Terms that no other paper has yet, such as names that a paper introduces: later papers may have them. They must occur
 * in its title or three times in its abstract.
 */
const mostIntroduced = 4;
const fewestIntroduced = 3;
/** A formula says less about the topic than a word; the words of a phrase are counted as well. */
const kindWeight: Readonly<Record<Term['kind'], number>> = { word: 1, phrase: 0.8, formula: 0.35 };

/** In how many of the papers added so far each term occurs. */
export class TermStatistics {
  readonly #numbers = new Map<string, number>();
  readonly keys: string[] = [];
  readonly #papersWith: number[] = [];
  #papers = 0;

  /** How many different terms were counted. */
  get size(): number {
    return this.keys.length;
  }

  /** Counts papers, and returns the profile of each, weighted by all papers counted so far. */
  add(papers: readonly RelatablePaper[]): Profile[] {
    const numbers = papers.map(({ terms }) =>
      terms.keys === '' ? [] : terms.keys.split('\n').map((key) => this.#count(key)),
    );
    this.#papers += papers.length;
    return papers.map((paper, i) => this.#makeProfile(paper, numbers[i]));
  }

  #count(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      this.#papersWith[known]++;
      return known;
    }
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    this.#papersWith.push(1);
    return number;
  }

  #makeProfile({ slug, terms }: RelatablePaper, numbers: readonly number[]): Profile {
    const weights = numbers.map((number, i) => {
      const rarity = Math.log(1 + this.#papers / this.#papersWith[number]);
      return (1 + Math.log(terms.counts[i])) * rarity * kindWeight[kindOfTerm(terms, i)];
    });
    const isShared = (i: number): boolean => this.#papersWith[numbers[i]] > 1;
    const pick = (places: number[], most: number): number[] =>
      places
        .sort(
          (a, b) =>
            weights[b] - weights[a] || (this.keys[numbers[a]] < this.keys[numbers[b]] ? -1 : 1),
        )
        .slice(0, most);
    const all = numbers.map((_, i) => i);
    const heaviest = pick(all.filter(isShared), mostTerms);
    const introduced = pick(
      all.filter((i) => !isShared(i) && terms.counts[i] >= fewestIntroduced),
      mostIntroduced,
    );
    // Terms of this paper alone do not affect its similarity to others.
    const norm = Math.hypot(...heaviest.map((i) => weights[i])) || 1;
    const chosen = [...heaviest, ...introduced];
    const own = Int32Array.from(chosen, (i) => numbers[i]);
    let forms: string[] | undefined;
    return {
      slug,
      terms: own,
      weights: Float64Array.from(chosen, (i) => weights[i] / norm),
      readTerm: (n) => {
        forms ??= terms.forms.split('\n');
        return readTerm(terms, chosen[n], this.keys[own[n]], forms);
      },
    };
  }
}
