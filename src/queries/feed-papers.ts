import { type CollectionEntry, getCollection } from 'astro:content';
import type { ExportPaper } from '../export/export-paper.ts';
import type { FeedPaper } from '../export/feed-entries.ts';
import type { Entered } from '../export/split-feed.ts';
import { toMarkdown } from '../render/to-markdown.ts';
import { toParagraphs } from '../render/to-paragraphs.ts';
import { toPortableHtml, toPortableInlineHtml } from '../render/to-portable-html.ts';
import { getExportPapers } from './export-papers.ts';

type PaperData = CollectionEntry<'papers'>['data'];

/** A paper in the order of the ledger; what stands in feeds is made when it is asked for. */
export interface ListedPaper extends Entered {
  hasCode: boolean;
  /** ISO date of the day since which it has its present wording. */
  wordedSince: string;
  /** Its permalink, absolute. */
  url: string;
  make(): FeedPaper;
}

/** All papers by slug. */
export async function getListedPapers(): Promise<ReadonlyMap<string, ListedPaper>> {
  const [entries, papers] = await Promise.all([getCollection('papers'), getExportPapers()]);
  return new Map(
    entries.flatMap(({ data }) => {
      const paper = papers.get(data.slug);
      return paper ? [[data.slug, listPaper(data, paper)]] : [];
    }),
  );
}

const made = new WeakMap<ExportPaper, FeedPaper>();

function listPaper({ entered, sightings }: PaperData, paper: ExportPaper): ListedPaper {
  const last = sightings[sightings.length - 1];
  const before = sightings.findLastIndex(({ wording }) => wording !== last.wording);
  const wordedSince = sightings[before + 1].day;
  const { hasCode, url } = paper;
  const make = (): FeedPaper => {
    const known = made.get(paper) ?? makeFeedPaper(paper, wordedSince);
    made.set(paper, known);
    return known;
  };
  return { entered, updated: last.day, day: last.day, hasCode, wordedSince, url, make };
}

function makeFeedPaper(paper: ExportPaper, wordedSince: string): FeedPaper {
  const { identity, url, title, abstract, days, links, hasCode } = paper;
  return {
    identity,
    url,
    title: title.plain,
    titleHtml: toPortableInlineHtml(toMarkdown(title.segments)),
    abstractHtml: toPortableHtml(toMarkdown(abstract.segments)),
    abstractText: toParagraphs(abstract.segments),
    days,
    wordedSince,
    links,
    hasCode,
  };
}
