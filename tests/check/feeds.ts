import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import type { Archive } from '../../src/archive/archive.ts';
import type { BuiltSite, Finding, SiteCheck } from './site-pages.ts';

/** The most entries of a document. */
const mostEntries = 60;

/** A document of a feed as a feed reader reads it. */
interface FeedDocument {
  file: string;
  id?: string;
  links: { rel?: string; href: string }[];
  entries: { id: string; url?: string }[];
}

/**
 * A reader that goes from a feed to the documents before it finds every paper and every day, each by one
 * id, and no document is too long or leads nowhere.
 */
export function feedDocuments(archive: Archive): SiteCheck {
  const addresses = {
    'feeds/papers.xml': archive.papers.map(({ slug }) => `papers/${slug}/`),
    'feeds/days.xml': archive.days.map(({ date }) => `days/${date}/`),
  };
  return {
    name: 'feeds lead to every paper and day',
    async find(site) {
      const files = [...site.files].filter((file) => /^feeds\/(?!opml).*\.xml$/.test(file));
      const documents = new Map(
        await Promise.all(
          files.map(async (file) => [file, await readDocument(site, file)] as const),
        ),
      );
      return [
        ...[...documents.values()].flatMap((document) => findFaults(site, document)),
        ...Object.entries(addresses).flatMap(([file, paths]) => {
          const found = followArchive(site, documents, file);
          return paths
            .filter((path) => !found.has(new URL(path, site.siteUrl).href))
            .map((path) => ({ file, message: `does not lead to ${path}` }));
        }),
      ];
    },
  };
}

async function readDocument(site: BuiltSite, file: string): Promise<FeedDocument> {
  const { id, links, entries } = parseAtomFeed(await readFile(join(site.folder, file), 'utf8'));
  return {
    file,
    id,
    links: (links ?? []).map(({ rel, href }) => ({ rel, href: href ?? '' })),
    entries: (entries ?? []).map((entry) => ({
      id: entry.id ?? '',
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
    })),
  };
}

const toFile = (site: BuiltSite, address: string): string =>
  decodeURIComponent(address.replace(/\?.*$/, '').slice(site.siteUrl.href.length)).replace(
    /(^|\/)$/,
    '$1index.html',
  );

function findFaults(site: BuiltSite, { file, id, links, entries }: FeedDocument): Finding[] {
  const isUrn = (text = ''): boolean => /^urn:uuid:[\da-f-]{36}$/.test(text);
  const messages = [id, ...entries.map((entry) => entry.id)]
    .filter((text) => !isUrn(text))
    .map((text) => `"${text}" is no UUID`);
  if (new Set(entries.map((entry) => entry.id)).size < entries.length)
    messages.push('two entries have one id');
  if (entries.length > mostEntries) messages.push(`has ${entries.length} entries`);
  for (const address of [...links.map(({ href }) => href), ...entries.map(({ url = '' }) => url)]) {
    if (!site.files.has(toFile(site, address))) messages.push(`${address} leads nowhere`);
  }
  return messages.map((message) => ({ file, message }));
}

/** The pages of all entries from a document back to the first. */
function followArchive(
  site: BuiltSite,
  documents: ReadonlyMap<string, FeedDocument>,
  start: string,
): Set<string | undefined> {
  const seen = new Set<FeedDocument>();
  const found = new Set<string | undefined>();
  for (let at = documents.get(start); at !== undefined && !seen.has(at); ) {
    seen.add(at);
    for (const { url } of at.entries) found.add(url);
    const previous: string | undefined = at.links.find(({ rel }) => rel === 'prev-archive')?.href;
    at = previous === undefined ? undefined : documents.get(toFile(site, previous));
  }
  return found;
}
