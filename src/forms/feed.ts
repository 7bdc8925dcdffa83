import { parseFeed } from 'feedsmith';
import { CaptureError, problemOfFile } from '../capture/problem.ts';
import { compactFacts, idFromUrl } from './facts.ts';
import type { Form, RawCapture, RawEntry } from './form.ts';
import { findElements, parseHtml, visibleText } from './html-text.ts';
import { isoDate, mailDate, toCaptureDate } from './iso-date.ts';

/** What an item of a feed has, whatever the format of the feed. */
interface Item {
  title: string;
  link: string;
  /** HTML or text. */
  description: string;
  authors: string[];
  categories: string[];
  published: string | undefined;
  /** What arXiv knows about its publication. */
  venue?: string | undefined;
  doi?: string | undefined;
}

/** An answer of arXiv's API (Atom) and feeds (RSS, Atom) whose items have abstracts; the day is the feed's. */
export const feed: Form = {
  name: 'a feed (Atom or RSS)',
  extension: '.xml',
  isOf: (text) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/s.test(text),
  read({ file, text }) {
    const capture = readFeed(file, text);
    if (capture.entries.every(({ abstract }) => abstract === ''))
      throw new CaptureError([
        problemOfFile(
          file,
          'entry/no-abstract',
          'This is a feed whose items have no abstracts.',
          'save the page of the day with Ctrl+S, or run npm run seeds:fetch.',
        ),
      ]);
    return [capture];
  },
};

/**
 * The items of a feed, which may have none, and its day.
 * @throws {CaptureError} when it cannot be read
 */
export function readFeed(file: string, text: string): RawCapture {
  const { day, items } = readItems(file, text);
  return { ...(day !== undefined && { date: toCaptureDate(day) }), entries: items.map(readItem) };
}

function readItems(file: string, text: string): { day: string | undefined; items: Item[] } {
  const parsed = parse(file, text);
  if (parsed.format === 'atom') {
    const { updated, entries = [] } = parsed.feed;
    return {
      day: isoDate(updated),
      items: entries.map(({ id, title, summary, content, authors = [], ...entry }) => ({
        title: title?.value ?? '',
        link: id ?? '',
        description: summary?.value ?? content?.value ?? '',
        authors: authors.map(({ name }) => String(name ?? '')),
        categories: (entry.categories ?? []).map(({ term }) => String(term ?? '')),
        published: isoDate(entry.published),
        venue: entry.arxiv?.journalRef,
        doi: entry.arxiv?.doi,
      })),
    };
  }
  if (parsed.format !== 'rss') return { day: undefined, items: [] };
  const { lastBuildDate, pubDate, items = [] } = parsed.feed;
  return {
    day: mailDate(String(lastBuildDate ?? pubDate ?? items[0]?.pubDate ?? '')),
    items: items.map(({ title, link, description, content, dc, categories = [], ...item }) => ({
      title: title ?? '',
      link: link ?? '',
      description: content?.encoded ?? description ?? '',
      authors: (dc?.creators ?? []).flatMap((names) => String(names).split(/,\s*/)),
      categories: categories.map(({ name }) => String(name ?? '')),
      published: mailDate(String(item.pubDate ?? '')),
    })),
  };
}

function parse(file: string, text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text);
  } catch (error) {
    throw new CaptureError([
      problemOfFile(
        file,
        'file/unknown-form',
        `This looks like a feed and cannot be read: ${(error as Error).message}.`,
        'the download may have been cut off; save the feed again.',
      ),
    ]);
  }
}

function readItem({ title, link, description, authors, categories, ...item }: Item): RawEntry {
  const parts = paragraphs(description);
  const labelled = new Map(
    parts.flatMap((part) => {
      const [, label = '', value = ''] =
        /^(Authors|Upvotes|Summary|Abstract):\s*(.*)$/s.exec(part) ?? [];
      return label === '' ? [] : [[label, value] as const];
    }),
  );
  const votes = labelled.get('Upvotes');
  const names = authors.length > 0 ? authors : (labelled.get('Authors')?.split(/,\s*/) ?? []);
  return {
    title,
    abstract:
      labelled.get('Summary') ??
      labelled.get('Abstract') ??
      withoutAnnouncement(parts.join('\n\n')),
    line: 1,
    facts: compactFacts({
      arxivId: idFromUrl(link),
      authors: names,
      categories,
      ...{ published: item.published, venue: item.venue, doi: item.doi },
      votes: votes !== undefined && /^\d+$/.test(votes) ? Number(votes) : undefined,
    }),
  };
}

/** arXiv's own feeds put the number and kind of a paper before its abstract. */
const withoutAnnouncement = (text: string): string =>
  text.replace(/^arXiv:\S+ Announce Type: [\w-]+\s+Abstract:\s*/, '');

/** The paragraphs of HTML, or of plain text. */
function paragraphs(description: string): string[] {
  if (!/<\w/.test(description)) return [description.trim()].filter((text) => text !== '');
  const tree = parseHtml(description, true);
  const found = findElements(tree, ({ tagName }) => tagName === 'p').map(visibleText);
  return (found.length > 0 ? found : [visibleText(tree)]).filter((text) => text !== '');
}
