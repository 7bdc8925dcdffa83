import { formatDate } from '../calendar/format-date.ts';
import type { Feed, FeedEntry } from '../export/feed.ts';
import { findDayUpdate, makeDayEntry, makePaperEntry } from '../export/feed-entries.ts';
import { type Entered, splitFeed } from '../export/split-feed.ts';
import { stableUrn } from '../export/stable-id.ts';
import { site } from '../site.ts';
import { absoluteUrl, dayUrl, feedUrl } from '../urls.ts';
import { getDays } from './days.ts';
import { type AboutFeed, aboutFeeds, aboutMonth } from './feed-list.ts';
import { getListedPapers, type ListedPaper } from './feed-papers.ts';

/** A document of a feed: its path under `/feeds/` without an ending, and how it is made. */
export interface FeedDocument {
  /** `days`, `papers/12` or `months/2025-03`. */
  name: string;
  /** Whether readers subscribe to it; an archive document they only come upon. */
  isCurrent: boolean;
  make(): Feed;
}

/** Something that becomes an entry. */
type Item = Entered & { entry: () => FeedEntry };

/** The most entries of a document: of papers what a reader keeps, of days, which are long, fewer. */
const paperEntries = 60;
const dayEntries = 10;

/** All documents of all feeds. */
async function getFeedDocuments(): Promise<FeedDocument[]> {
  const [days, papers] = await Promise.all([getDayItems(), getListedPapers()]);
  const list = [...papers.values()].map((paper) => ({
    ...paper,
    entry: () => makePaperEntry(paper.make()),
  }));
  const withCode = list.filter(({ hasCode }) => hasCode);
  return [
    ...listDocuments('days', aboutFeeds.days, days, dayEntries, countPlaces(days)),
    ...listDocuments('papers', aboutFeeds.papers, list, paperEntries, countPlaces(list)),
    ...listDocuments('code', aboutFeeds.code, withCode, paperEntries, countPlaces(list)),
    ...[...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, of]) =>
      listMonth(month, of),
    ),
  ];
}

async function getDayItems(): Promise<Item[]> {
  const [days, papers] = await Promise.all([getDays(), getListedPapers()]);
  return days.map(({ date, entered, lines }) => {
    const own = lines.flatMap(({ paper }): ListedPaper[] => {
      const listed = papers.get(paper.slug);
      return listed ? [listed] : [];
    });
    return {
      day: date,
      entered,
      updated: findDayUpdate(date, own),
      entry: () =>
        makeDayEntry({
          date,
          title: formatDate(date).full,
          url: absoluteUrl(dayUrl(date)),
          papers: own.map((paper) => paper.make()),
        }),
    };
  });
}

const countPlaces = (items: readonly Entered[]): number =>
  items.reduce((count, { entered }) => Math.max(count, entered + 1), 0);

function listDocuments(
  feed: string,
  about: AboutFeed,
  items: readonly Item[],
  size: number,
  places: number,
): FeedDocument[] {
  const { current, archives } = splitFeed(items, size, places);
  const numbers = [...archives.keys()];
  const before = (number: number): string | undefined => {
    const previous = numbers.findLast((other) => other < number);
    return previous === undefined ? undefined : `${feed}/${previous}`;
  };
  const isComplete = numbers.length === 0;
  return [
    makeDocument(feed, feed, about, current, {
      previous: before(Number.POSITIVE_INFINITY),
      isComplete,
    }),
    ...[...archives].map(([number, of]) =>
      makeDocument(`${feed}/${number}`, feed, about, of, { previous: before(number) }),
    ),
  ];
}

/** A month has 31 days at most: it is one document. */
function listMonth(month: string, days: readonly Item[]): FeedDocument {
  const name = `months/${month}`;
  return makeDocument(name, name, aboutMonth(month), days.toReversed(), { isComplete: true });
}

function makeDocument(
  name: string,
  feed: string,
  about: AboutFeed,
  items: readonly Item[],
  { previous, isComplete = false }: { previous?: string; isComplete?: boolean },
): FeedDocument {
  const isCurrent = name === feed;
  const address = (of: string, format?: 'json'): string => absoluteUrl(feedUrl(of, format));
  return {
    name,
    isCurrent,
    make: () => ({
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
      entries: items.map(({ entry }) => entry()),
    }),
  };
}

/** A route of a feed's document, as Astro wants it. */
interface FeedPath {
  params: { feed: string; page: string | undefined };
  props: FeedDocument;
}

/** The routes of documents, `/feeds/<feed>` or `/feeds/<feed>/<page>`. */
export async function getFeedPaths(which: {
  hasPage: boolean;
  /** Only of documents that readers subscribe to. */
  isCurrent?: true;
}): Promise<FeedPath[]> {
  return (await getFeedDocuments()).flatMap((document) => {
    const [feed, page] = document.name.split('/');
    const isMeant = (page !== undefined) === which.hasPage;
    if (!isMeant || (which.isCurrent && !document.isCurrent)) return [];
    return [{ params: { feed, page }, props: document }];
  });
}
