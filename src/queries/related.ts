import type { RelatedPaper } from '../archive/find-related.ts';
import { openRecords } from '../records/open-records.ts';
import { readRelations } from '../records/relations.ts';
import { formulaToText } from '../render/formula-to-text.ts';
import { getPapers } from './papers.ts';

/** A related paper, ready to be shown. */
export interface RelatedView {
  slug: string;
  titleHtml: string;
  hasMathInTitle: boolean;
  /** ISO date of the day on which it was listed last. */
  day: string;
  /** The terms of both, the most significant first; formulas as readable text. */
  shared: string[];
}

/** The related papers of each paper, by slug, most similar first. */
export async function getRelated(): Promise<ReadonlyMap<string, RelatedView[]>> {
  const papers = await getPapers();
  const relations = readRelations(openRecords(), [...papers.values()]);
  const view = ({ slug, shared }: RelatedPaper): RelatedView[] => {
    const paper = papers.get(slug);
    if (!paper) return [];
    const { titleHtml, hasMathInTitle, listings } = paper;
    const day = listings[listings.length - 1].day;
    return [{ slug, titleHtml, hasMathInTitle, day, shared: shared.map(toWords) }];
  };
  return new Map([...relations].map(([slug, related]) => [slug, related.flatMap(view)]));
}

const toWords = (term: RelatedPaper['shared'][number]): string =>
  'text' in term ? term.text : formulaToText(term.latex);
