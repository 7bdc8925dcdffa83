import type { Element } from 'xast';
import { type Feed, type FeedEntry, lastUpdate, toMoment } from './feed.ts';
import { element, writeXml } from './xml.ts';

/**
 * Returns a document of a feed as Atom. The HTML of entries is escaped (`type="html"`) and not XHTML, because feed
 * readers pass it to an HTML parser, where MathML needs no namespace. The summary is for readers that drop MathML.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 * @see https://www.rfc-editor.org/rfc/rfc5005
 */
export function writeAtom(feed: Feed): string {
  const { addresses, entries } = feed;
  return writeXml(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:fh': 'http://purl.org/syndication/history/1.0',
        'xml:lang': feed.language,
      },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, toMoment(lastUpdate(entries))),
      element('author', {}, element('name', {}, feed.publisher)),
      link('self', addresses.atom, 'application/atom+xml'),
      link('alternate', feed.page, 'text/html'),
      link('alternate', addresses.json, 'application/feed+json'),
      link('current', addresses.current, 'application/atom+xml'),
      link('prev-archive', addresses.previous, 'application/atom+xml'),
      addresses.current === undefined ? undefined : element('fh:archive', {}),
      feed.isComplete ? element('fh:complete', {}) : undefined,
      ...entries.map(writeEntry),
    ),
  );
}

function writeEntry(entry: FeedEntry): Element {
  return element(
    'entry',
    {},
    element('id', {}, entry.id),
    element('title', {}, entry.title),
    element('updated', {}, toMoment(entry.updated)),
    entry.published === undefined ? undefined : element('published', {}, toMoment(entry.published)),
    ...entry.authors.map((name) => element('author', {}, element('name', {}, name))),
    link('alternate', entry.url, 'text/html'),
    ...entry.links.map(({ url, label }) =>
      element('link', { rel: 'related', href: url, title: label }),
    ),
    ...entry.tags.map((tag) => element('category', { term: tag })),
    entry.summary === undefined ? undefined : element('summary', {}, entry.summary),
    entry.content && element('content', { type: 'html' }, entry.content.html),
  );
}

/** Returns no link where there is no address. */
const link = (rel: string, href: string | undefined, type: string): Element | undefined =>
  href === undefined ? undefined : element('link', { rel, type, href });
