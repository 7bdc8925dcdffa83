import { type FeedPaper, type FeedTexts, findRevisedSince } from '../export/feed-entries.ts';
import { listDays } from '../records/indexed-papers.ts';

import { openRecords } from '../records/open-records.ts';
import { absoluteUrl, paperUrl } from '../urls.ts';
import { once } from './once.ts';
import { getPapers, type PaperView } from './papers.ts';

/** A paper in the order of the ledger. */
export interface ListedPaper {
  paper: PaperView;
  /** Its permalink, absolute. */
  url: string;
  /** Place in the ledger, from 0. */
  entered: number;
  /** ISO date of the day on which it was listed last. */
  day: string;
  /** ISO date of the day since which it has its present revision. */
  revisedSince: string;
}

/** All papers by slug, in the order of the ledger. */
export const getListedPapers = once(async (): Promise<ReadonlyMap<string, ListedPaper>> => {
  const papers = await getPapers();
  return new Map([...papers].map(([slug, paper]) => [slug, listPaper(paper)]));
});

function listPaper(paper: PaperView): ListedPaper {
  const { slug, listings, entered } = paper;
  return {
    paper,
    url: absoluteUrl(paperUrl(slug)),
    entered,
    day: listings[listings.length - 1].day,
    revisedSince: findRevisedSince(listings),
  };
}

/** A paper as entries are made of it. */
export function toFeedPaper({ paper, url, revisedSince }: ListedPaper): FeedPaper {
  const { identity, titleText, links, hasCode, arxivId, metadata } = paper;
  return {
    ...{ identity, url, title: titleText, days: listDays(paper), revisedSince, links, hasCode },
    ...(arxivId !== undefined && { arxivId }),
    ...(metadata.authors && { authors: metadata.authors }),
  };
}

/** The texts of a paper for entries, from its record. */
export const readFeedTexts = ({ paper }: ListedPaper): FeedTexts =>
  openRecords().readPart('feed', paper.record);
