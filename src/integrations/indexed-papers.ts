import { gunzipSync } from 'node:zlib';
import { readIndexedText } from '../search/indexed-text.ts';
import type { TitleRecord } from '../search/title-records.ts';

/** What Pagefind keeps of a page. */
interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
}

/** A paper as Pagefind has read it. */
export interface IndexedPaperPage {
  record: TitleRecord;
  /** All text that is indexed of it: see `readIndexedText`. */
  content: string;
}

/**
 * The papers of Pagefind's index, newest first; of a day's papers the order is that of their slugs.
 * @param files what Pagefind made, by paths relative to its folder
 * @throws {SyntaxError} where Pagefind writes its fragments in another form
 */
export function readIndexedPapers(
  files: Iterable<{ path: string; content: Uint8Array }>,
): IndexedPaperPage[] {
  return [...files]
    .flatMap(({ path, content }) => {
      const id = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
      return id ? [readPaper(id, readFragment(content))] : [];
    })
    .sort(
      ({ record: a }, { record: b }) =>
        compare(b.days.at(-1) ?? '', a.days.at(-1) ?? '') || compare(a.slug, b.slug),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readFragment(content: Uint8Array): Fragment {
  const text = gunzipSync(content).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}

function readPaper(id: string, { url, content, filters, meta }: Fragment): IndexedPaperPage {
  const { days, hasMath, isTypeset, identity } = readIndexedText(content, []);
  return {
    record: {
      id,
      slug: /^\/papers\/(.*)\/$/.exec(url)?.[1] ?? '',
      title: meta.title ?? '',
      days,
      hasCode: filters.has?.includes('code') ?? false,
      hasMath,
      isTypeset,
      ...(identity && { identity }),
    },
    content,
  };
}
