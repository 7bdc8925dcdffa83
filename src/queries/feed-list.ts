import { formatDate } from '../calendar/format-date.ts';
import type { Feed } from '../export/feed.ts';
import type { ListedFeed } from '../export/opml.ts';
import { site } from '../site.ts';
import { absoluteUrl, feedUrl, homeUrl, monthUrl, papersWithCodeUrl } from '../urls.ts';
import { getDays } from './days.ts';

/** What a feed is called, and which page shows the same. */
export type AboutFeed = Pick<Feed, 'title' | 'description' | 'page'>;

/** The feeds of the whole archive, by name. */
export const aboutFeeds = {
  days: {
    title: `${site.name}: days`,
    description: 'Daily papers, an entry for each day, with all abstracts.',
    page: absoluteUrl(homeUrl()),
  },
  papers: {
    title: `${site.name}: papers`,
    description: 'Daily papers, an entry for each paper, with its abstract.',
    page: absoluteUrl(homeUrl()),
  },
  code: {
    title: `${site.name}: papers with code`,
    description: 'Daily papers that link to code, an entry for each, with its abstract.',
    page: absoluteUrl(papersWithCodeUrl()),
  },
} satisfies Record<string, AboutFeed>;

/** The feed of a month, `2025-03`. */
export function aboutMonth(month: string): AboutFeed {
  const words = formatDate(`${month}-01`);
  const name = `${words.month} ${words.year}`;
  return {
    title: `${site.name}: ${name}`,
    description: `Daily papers of ${name}, an entry for each day, with all titles.`,
    page: absoluteUrl(monthUrl(month)),
  };
}

/** The feeds of the whole archive, and those of the months, the latest first. */
export async function getFeedList(): Promise<{ feeds: ListedFeed[]; months: ListedFeed[] }> {
  const months = new Set((await getDays()).map(({ date }) => date.slice(0, 7)));
  const list = (name: string, about: AboutFeed): ListedFeed => ({
    ...about,
    address: absoluteUrl(feedUrl(name)),
  });
  return {
    feeds: Object.entries(aboutFeeds).map(([name, about]) => list(name, about)),
    months: [...months].reverse().map((month) => list(`months/${month}`, aboutMonth(month))),
  };
}
