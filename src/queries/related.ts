import type { RelatedPaper } from '../archive/find-related.ts';
import type { LaterPaper, LaterPapers } from '../export/later-papers.ts';
import { openRecords } from '../records/open-records.ts';
import { isLater, readRelations } from '../records/relations.ts';
import { formulaToText } from '../render/formula-to-text.ts';
import { laterFile } from '../urls.ts';
import { keyPaths } from './keyed-paths.ts';
import { once } from './once.ts';
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

const getRelations = once(async () =>
  readRelations(openRecords(), [...(await getPapers()).values()]),
);

/** The related papers of each paper that were known when its list was closed, by slug, most similar first. */
export async function getRelated(): Promise<ReadonlyMap<string, RelatedView[]>> {
  const papers = await getPapers();
  const relations = await getRelations();
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

/** How many later papers are named. */
const mostLater = 5;

/**
 * The route of each file of later related papers: those that name a paper as related, but were added after its own list
 * was closed.
 */
export async function getLaterPaths() {
  const papers = await getPapers();
  const later = new Map<string, LaterPaper[]>();
  for (const [slug, related] of await getRelations()) {
    const paper = papers.get(slug);
    if (!paper) continue;
    const { titleText: title, listings, entered } = paper;
    const day = listings[listings.length - 1].day;
    for (const { slug: earlier, shared } of related) {
      const known = papers.get(earlier);
      if (!known || !isLater(entered, known.entered)) continue;
      const list = later.get(earlier) ?? [];
      later.set(earlier, [{ slug, title, day, shared: shared.map(toWords) }, ...list]);
    }
  }
  const files = Map.groupBy(papers.values(), ({ entered }) => laterFile(entered));
  return keyPaths<{ file: string }, { later: LaterPapers }>(
    Array.from(files, ([file, own]) => {
      const lists = own.flatMap(({ slug }) => {
        const list = later.get(slug)?.slice(0, mostLater);
        return list ? [[slug, list] as const] : [];
      });
      return [{ file: String(file) }, { later: Object.fromEntries(lists) }];
    }),
  );
}
