import { findDayUpdate } from '../export/feed-entries.ts';
import { type SitemapEntry, sitemapSize } from '../export/sitemap.ts';
import {
  aboutUrl,
  absoluteUrl,
  dayUrl,
  guideUrl,
  homeUrl,
  monthUrl,
  sitemapUrl,
  weekUrl,
} from '../urls.ts';
import { type DayView, getDays } from './days.ts';
import { getListedPapers, type ListedPaper } from './feed-papers.ts';
import { listGuidePages } from './guide.ts';
import { getMonths, getWeeks } from './periods.ts';

/** A sitemap: the name of its part, and its pages; the index has the other sitemaps. */
export interface SitemapPart {
  /** `index`, `pages` or `papers-1`. */
  part: string;
  entries: SitemapEntry[];
}

/**
 * The sitemaps and their index: one of the pages of days, weeks and months, and those of papers by their places in the
 * ledger, so that a paper stays in its sitemap. What only redirects, or says that something is gone, is
 * in none, nor are the pages of search and reading list, which hold nothing of their own.
 */
export async function getSitemaps(): Promise<SitemapPart[]> {
  const papers = await getListedPapers();
  const parts = Map.groupBy(
    papers.values(),
    ({ entered }) => Math.floor(entered / sitemapSize) + 1,
  );
  const sitemaps = [
    { part: 'pages', entries: await listPages(papers) },
    ...[...parts]
      .sort(([a], [b]) => a - b)
      .map(([number, of]) => ({
        part: `papers-${number}`,
        entries: of
          .sort((a, b) => a.entered - b.entered)
          .map(({ url, day }) => ({ url, updated: day })),
      })),
  ];
  const index = sitemaps.map(({ part, entries }) => ({
    url: absoluteUrl(sitemapUrl(part)),
    updated: findLast(entries),
  }));
  return [...sitemaps, { part: 'index', entries: index }];
}

async function listPages(papers: ReadonlyMap<string, ListedPaper>): Promise<SitemapEntry[]> {
  const [days, weeks, months] = await Promise.all([getDays(), getWeeks(), getMonths()]);
  const updateOf = ({ date, lines }: DayView): string =>
    findDayUpdate(
      date,
      lines.flatMap(({ paper }) => papers.get(paper.slug) ?? []),
    );
  const entry = (path: string, of: readonly DayView[]): SitemapEntry => ({
    url: absoluteUrl(path),
    updated: findLast(of.map((day) => ({ updated: updateOf(day) }))),
  });
  return [
    entry(homeUrl(), days.slice(-1)),
    { url: absoluteUrl(aboutUrl()) },
    ...listGuidePages().map(({ name }) => ({ url: absoluteUrl(guideUrl(name)) })),
    ...days.map((day) => entry(dayUrl(day.date), [day])),
    ...weeks.map((week) => entry(weekUrl(week.id), week.days)),
    ...months.map((month) => entry(monthUrl(month.id), month.days)),
  ];
}

/** The latest date, if there is one. */
function findLast(entries: readonly { updated?: string }[]): string | undefined {
  return entries
    .flatMap(({ updated }) => updated ?? [])
    .sort()
    .at(-1);
}
