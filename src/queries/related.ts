import { type CollectionEntry, getCollection } from 'astro:content';
import { findRelated, type RelatedPaper } from '../archive/find-related.ts';
import { formulaToText } from '../render/formula-to-text.ts';
import { toWordsAndFormulas } from '../render/to-text.ts';
import type { Segment } from '../restore/segments.ts';
import { getPapers } from './papers.ts';

type PaperData = CollectionEntry<'papers'>['data'];

/** A related paper, ready to be shown. */
export interface RelatedView {
  slug: string;
  titleHtml: string;
  hasMathInTitle: boolean;
  /** ISO date of the day on which it stood last. */
  day: string;
  /** The words that both share, the most telling first; formulas as readable text. */
  shared: string[];
}

/** The related papers of each paper, by slug, most alike first. */
export async function getRelated(): Promise<ReadonlyMap<string, RelatedView[]>> {
  const [entries, papers] = await Promise.all([getCollection('papers'), getPapers()]);
  const views = new Map<string, RelatedView[]>();
  for (const [slug, list] of relateOnce(entries.map(({ data }) => data))) {
    views.set(
      slug,
      list.flatMap(({ slug: other, shared }) => {
        const paper = papers.get(other);
        if (!paper) return [];
        const { titleHtml, hasMathInTitle, sightings } = paper;
        const day = sightings[sightings.length - 1].day;
        return [{ slug: other, titleHtml, hasMathInTitle, day, shared: shared.map(toWords) }];
      }),
    );
  }
  return views;
}

const toWords = (term: RelatedPaper['shared'][number]): string =>
  'text' in term ? term.text : formulaToText(term.latex);

let latest: { papers: readonly PaperData[]; related: Map<string, RelatedPaper[]> } | undefined;

/** In dev every page asks; they are found again only when a paper has changed. */
function relateOnce(papers: readonly PaperData[]): Map<string, RelatedPaper[]> {
  const isSame =
    latest?.papers.length === papers.length &&
    papers.every((data, i) => data === latest?.papers[i]);
  if (!latest || !isSame) latest = { papers, related: findRelated(papers.map(read)).related };
  return latest.related;
}

function read({ slug, wordings, sightings }: PaperData): Parameters<typeof findRelated>[0][number] {
  const { title, abstract } = wordings[sightings[sightings.length - 1].wording];
  return {
    slug,
    title: toWordsAndFormulas(title as Segment[]),
    abstract: toWordsAndFormulas(abstract as Segment[]),
  };
}
