import { type Feed, type FeedEntry, toMoment } from './feed.ts';

/**
 * Returns the current document of a feed as JSON Feed 1.1.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function writeJsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.addresses.json,
    language: feed.language,
    items: feed.entries.map(makeItem),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function makeItem(entry: FeedEntry): Record<string, unknown> {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.content?.html,
    content_text: entry.content?.text,
    summary: entry.summary === entry.content?.text ? undefined : entry.summary,
    authors: entry.authors.length > 0 ? entry.authors.map((name) => ({ name })) : undefined,
    date_published: entry.published && toMoment(entry.published),
    date_modified: toMoment(entry.updated),
    tags: entry.tags.length > 0 ? entry.tags : undefined,
  };
}
