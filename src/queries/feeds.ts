import { formatDate } from '../calendar/format-date.ts';
import type { Feed, FeedEntry } from '../export/feed.ts';
import { findDayUpdate, makeDayEntry, makePaperEntry } from '../export/feed-entries.ts';
import { type Entered, splitFeed } from '../export/split-feed.ts';
import { stableUrn } from '../export/stable-id.ts';
import { site } from '../site.ts';
import { absoluteUrl, dayUrl, feedUrl } from '../urls.ts';
import { getDays } from './days.ts';
import { type AboutFeed, aboutFeeds, aboutMonth } from './feed-list.ts';
import { getListedPapers, type ListedPaper, readFeedTexts, toFeedPaper } from './feed-papers.ts';
import { keyPaths } from './keyed-paths.ts';
import { once } from './once.ts';

/** A document of a feed, with the papers of its entries. */
export interface FeedDocument {
  /** Its path under `/feeds/` without an ending: `days`, `papers/12` or `months/2025-03`. */
  name: string;
  /** The document that readers subscribe to; archive documents are reached from it. */
  feed: string;
  about: AboutFeed;
  /** The archive document with the entries before these. */
  previous?: string;
  /** Whether this document has all entries of the feed. */
  isComplete: boolean;
  /** Whether its entries have no abstracts: the documents of `papers` have those of all papers. */
  isBrief: boolean;
  items: FeedItem[];
}

/** What becomes an entry: a paper, or a day with its papers. */
type FeedItem = Entered & ({ paper: ListedPaper } | { papers: ListedPaper[] });

/** The most entries of a document; fewer for days, which are long. */
const paperEntries = 60;
const dayEntries = 10;

/** All documents of all feeds. */
const getFeedDocuments = once(async (): Promise<FeedDocument[]> => {
  const [days, papers] = await Promise.all([getDayItems(), getListedPapers()]);
  const list = [...papers.values()].map((paper) => {
    const { entered, day } = paper;
    return { entered, day, updated: day, paper };
  });
  const withCode = list.filter(({ paper: { paper } }) => paper.hasCode);
  return [
    ...listDocuments('days', aboutFeeds.days, days, dayEntries, countPlaces(days)),
    ...listDocuments('papers', aboutFeeds.papers, list, paperEntries, countPlaces(list)),
    ...listDocuments('code', aboutFeeds.code, withCode, paperEntries, countPlaces(list)),
    ...[...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, of]) =>
      listMonth(month, of),
    ),
  ];
});

async function getDayItems(): Promise<FeedItem[]> {
  const [days, papers] = await Promise.all([getDays(), getListedPapers()]);
  return days.map(({ date, entered, lines }) => {
    const own = lines.flatMap(({ paper }) => papers.get(paper.slug) ?? []);
    return { day: date, entered, updated: findDayUpdate(date, own), papers: own };
  });
}

const countPlaces = (items: readonly Entered[]): number =>
  items.reduce((count, { entered }) => Math.max(count, entered + 1), 0);

function listDocuments(
  feed: string,
  about: AboutFeed,
  items: readonly FeedItem[],
  size: number,
  places: number,
): FeedDocument[] {
  const { current, archives } = splitFeed(items, size, places);
  const names = Array.from(archives.keys(), (number) => `${feed}/${number}`);
  return [
    ...Array.from(archives.values(), (of, i) => ({
      ...{ name: names[i], feed, about, items: of },
      ...{ previous: names[i - 1], isComplete: false, isBrief: feed !== 'papers' },
    })),
    {
      ...{ name: feed, feed, about, items: current },
      ...{ previous: names.at(-1), isComplete: names.length === 0, isBrief: false },
    },
  ];
}

/** A month has 31 days at most: it is one document. */
function listMonth(month: string, days: readonly FeedItem[]): FeedDocument {
  const name = `months/${month}`;
  return {
    ...{ name, feed: name, about: aboutMonth(month), items: days.toReversed() },
    ...{ isComplete: true, isBrief: true },
  };
}

/** A document as it is written; the texts of its entries are read from the records. */
export function readFeed(document: FeedDocument): Feed {
  const { name, feed, about, previous, isComplete, isBrief, items } = document;
  const isCurrent = name === feed;
  const address = (of: string, format?: 'json'): string => absoluteUrl(feedUrl(of, format));
  return {
    ...about,
    id: stableUrn('feed', feed),
    language: site.language,
    publisher: site.name,
    addresses: {
      atom: address(name),
      json: isCurrent ? address(name, 'json') : undefined,
      current: isCurrent ? undefined : address(feed),
      previous: previous && address(previous),
    },
    isComplete,
    entries: items.map((item) => readEntry(item, isBrief)),
  };
}

function readEntry(item: FeedItem, isBrief: boolean): FeedEntry {
  if ('paper' in item)
    return makePaperEntry(toFeedPaper(item.paper), isBrief ? undefined : readFeedTexts(item.paper));
  return makeDayEntry({
    date: item.day,
    title: formatDate(item.day).full,
    url: absoluteUrl(dayUrl(item.day)),
    papers: item.papers.map((paper) => ({ ...toFeedPaper(paper), ...readFeedTexts(paper) })),
    isBrief,
  });
}

/** The routes of documents, `/feeds/<feed>` or `/feeds/<feed>/<page>`; archive documents have no JSON. */
export async function getFeedPaths(which: { hasPage: boolean }) {
  const documents = await getFeedDocuments();
  return keyPaths(
    documents.flatMap((document) => {
      const [feed, page] = document.name.split('/');
      if ((page !== undefined) !== which.hasPage) return [];
      const formats =
        document.name === document.feed ? (['xml', 'json'] as const) : ['xml' as const];
      return formats.map(
        (format) => [{ feed, page: page as string | undefined, format }, document] as const,
      );
    }),
  );
}
