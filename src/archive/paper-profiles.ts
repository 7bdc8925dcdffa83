import { listTerms, type PaperText, type Term } from './paper-terms.ts';
import { WordReader } from './word-reader.ts';

/** A paper that is looked for, and found: its permalink's last part and its text. */
export interface RelatablePaper extends PaperText {
  slug: string;
}

/** A paper as what it is about: the weights of its terms, their squares adding up to 1. */
export interface Profile {
  slug: string;
  weights: Map<string, number>;
  terms: Map<string, Term>;
}

/** Terms that stand for a paper: its heaviest. */
const mostTerms = 48;
/** A formula says less of what a paper is about than a word; a phrase has its words besides. */
const kindWeight: Readonly<Record<Term['kind'], number>> = { word: 1, phrase: 0.8, formula: 0.35 };

/** What each paper is about, in the order given. */
export function makeProfiles(papers: readonly RelatablePaper[]): Profile[] {
  const reader = new WordReader();
  const frequency = new Map<string, number>();
  for (const paper of papers)
    for (const key of listTerms(paper, reader).keys())
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
  // Terms are read twice: kept for all papers, those that nobody shares would fill the memory.
  return papers.map((paper) => {
    const terms = listTerms(paper, reader);
    const weighed: [string, number][] = [];
    for (const [key, { count, kind }] of terms) {
      const papersWith = frequency.get(key) ?? 0;
      if (papersWith < 2) continue;
      const rarity = Math.log(1 + papers.length / papersWith);
      weighed.push([key, (1 + Math.log(count)) * rarity * kindWeight[kind]]);
    }
    const heaviest = weighed
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, mostTerms);
    const norm = Math.hypot(...heaviest.map(([, weight]) => weight));
    return {
      slug: paper.slug,
      weights: new Map(heaviest.map(([key, weight]) => [key, weight / norm])),
      terms: new Map(heaviest.map(([key]) => [key, terms.get(key) as Term])),
    };
  });
}

/** Cosine of two profiles, 0 to 1. */
export function compareProfiles(a: Profile, b: Profile): number {
  let score = 0;
  for (const [key, weight] of a.weights) score += weight * (b.weights.get(key) ?? 0);
  return score;
}
