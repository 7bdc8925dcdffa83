// What a built site has published that others keep: ids, keys, addresses. Read by patterns, for a site of an
// earlier version is read in the same way.

/** The id of a feed, and those of its entries by their titles; Atom or JSON Feed. */
export function readFeed(text: string): { id?: string; entries: Record<string, string> } {
  if (text.startsWith('{')) {
    const { feed_url, items } = JSON.parse(text) as {
      feed_url: string;
      items: { id: string; title: string }[];
    };
    return { id: feed_url, entries: Object.fromEntries(items.map(({ id, title }) => [title, id])) };
  }
  const [head = '', ...entries] = text.split('<entry>');
  const read = (of: string, name: string): string =>
    new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(of)?.[1] ?? '';
  return {
    id: read(head, 'id'),
    entries: Object.fromEntries(entries.map((of) => [read(of, 'title'), read(of, 'id')])),
  };
}

/** The keys of a BibTeX file, in order. */
export const readKeys = (text: string): string[] =>
  [...text.matchAll(/^@misc\{([^,]+),/gm)].map(([, key]) => key);

/** Where a page sends its readers, if it does. */
export const readMoved = (html: string): string | undefined =>
  /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];

/** The ids by which reading lists know the papers of a page, by slug. */
export const readPaperIds = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<[^>]+ data-paper-id="([^"]+)"[^>]*>/g)].map(([tag, id]) => [
      / data-slug="([^"]+)"/.exec(tag)?.[1] ?? '',
      id,
    ]),
  );
