import { gunzipSync } from 'node:zlib';
import { readIndexedText, readShownText } from '../search/indexed-text.ts';
import { writePaperIds } from '../search/paper-ids.ts';
import type { TitleRecord } from '../search/title-records.ts';
import { makeShards } from '../search/title-shards.ts';
import { makeVocabulary } from '../search/vocabulary.ts';

/** A file of the index, its path relative to the index. */
interface OwnFile {
  path: string;
  content: string;
}

/** What Pagefind keeps of a page. */
interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
}

/**
 * The files that stand in front of Pagefind: titles in shards, the vocabulary, the names that Pagefind
 * has for papers, and the titles that have formulas, typeset. Made of what Pagefind has read, so that
 * the two never disagree; the same for the same papers.
 * @param files what Pagefind made
 * @param typeset HTML of titles with formulas, by slug
 * @param moved slugs that papers have now, by those that they had: reading lists may hold either
 */
export function makeOwnIndex(
  files: readonly { path: string; content: Uint8Array }[],
  typeset: Readonly<Record<string, string>>,
  moved: Readonly<Record<string, string>>,
): OwnFile[] {
  const papers = files.flatMap(({ path, content }) => {
    const id = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    return id ? [readPaper(id, readFragment(content))] : [];
  });
  // Newest first; of a day's papers the order is that of their slugs.
  papers.sort(
    ({ record: a }, { record: b }) =>
      compare(b.days.at(-1) ?? '', a.days.at(-1) ?? '') || compare(a.slug, b.slug),
  );
  const records = papers.map(({ record }) => record);
  const ids = new Map(records.map(({ slug, id }) => [slug, id]));
  for (const [before, now] of Object.entries(moved)) {
    const id = ids.get(now);
    if (id) ids.set(before, id);
  }
  return [
    ...makeShards(records).map((content, i) => ({ path: `titles/${i}.txt`, content })),
    { path: 'words.txt', content: makeVocabulary(papers.map(({ text }) => text)) },
    { path: 'ids.txt', content: writePaperIds([...ids].map(([slug, id]) => ({ slug, id }))) },
    { path: 'typeset.json', content: JSON.stringify(typeset) },
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @throws {SyntaxError} where Pagefind writes its fragments in another form */
function readFragment(content: Uint8Array): Fragment {
  const text = gunzipSync(content).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}

function readPaper(
  id: string,
  { url, content, filters, meta }: Fragment,
): { record: TitleRecord; text: string } {
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
    text: readShownText(content),
  };
}
