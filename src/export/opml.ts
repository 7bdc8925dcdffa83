import { element, writeXml } from './xml.ts';

/** A feed as a list of feeds shows it. */
export interface ListedFeed {
  title: string;
  /** One sentence on what the entries are. */
  description: string;
  /** Absolute address of the feed as Atom. */
  address: string;
  /** Absolute address of the page that shows the same. */
  page: string;
}

/**
 * A list of feeds, which readers import at once: some to subscribe to, and others in a group of their own.
 * @see https://opml.org/spec2.opml
 */
export function writeOpml(
  title: string,
  feeds: readonly ListedFeed[],
  group: { title: string; feeds: readonly ListedFeed[] },
): string {
  const outline = ({ title: text, description, address, page }: ListedFeed) =>
    // `rss` is what OPML calls every kind of feed.
    element('outline', {
      type: 'rss',
      text,
      title: text,
      description,
      xmlUrl: address,
      htmlUrl: page,
    });
  return writeXml(
    element(
      'opml',
      { version: '2.0' },
      element('head', {}, element('title', {}, title)),
      element(
        'body',
        {},
        ...feeds.map(outline),
        group.feeds.length === 0
          ? undefined
          : element('outline', { text: group.title }, ...group.feeds.map(outline)),
      ),
    ),
  );
}
