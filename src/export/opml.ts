import { element, writeXml } from './xml.ts';

/** A feed in a list of feeds. */
export interface ListedFeed {
  title: string;
  /** One sentence on what the entries are. */
  description: string;
  /** Absolute address of the feed as Atom. */
  address: string;
  /** Absolute address of the corresponding page. */
  page: string;
}

/**
 * Returns a list of feeds that feed readers can import, with a second list as a group of its own.
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
