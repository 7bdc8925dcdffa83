import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import {
  type IndexedPaper,
  type PaperToIndex,
  readIndexedPapers,
  versionOfIndex,
} from '../records/indexed-papers.ts';
import type { RecordStore } from '../records/record-store.ts';
import { digest } from '../records/text-digest.ts';
import {
  type IndexSummary,
  segmentPath,
  segmentsFile,
  segmentsFolder,
  startsOfSegments,
} from '../search/index-segments.ts';
import { hideWords, readShownText } from '../search/indexed-text.ts';
import { writePaperIds } from '../search/paper-ids.ts';
import { makeShards, shardCount } from '../search/title-shards.ts';
import { countWords, writeVocabulary } from '../search/word-list.ts';
import { buildIndex } from './build-index.ts';
import type { SiteFiles } from './site-files.ts';

/** What the search is made of. */
export interface SearchSource {
  papers: readonly PaperToIndex[];
  /** BCP 47. */
  language: string;
  /** A digest of the code that makes it: another is another index. */
  version: string;
}

/** What was made of the search index, for those who pack it. */
export interface WrittenSearch {
  /** The slug that a fragment belongs to, by path of the fragment in the site. */
  fragments: Map<string, string>;
}

/** A segment of the index: where it lies in the site, and its papers. */
interface Segment {
  key: string;
  folder: string;
  isNewest: boolean;
  papers: IndexedPaper[];
}

/** What is kept of a segment between builds. */
interface KeptSegment {
  files: string[];
  names: [slug: string, name: string][];
  /** In how many of its papers each word stands. */
  words: [word: string, papers: number][];
}

/**
 * Writes the search index of a site: Pagefind's segments into `pagefind/`, and what stands in front of it into
 * `search/`. Segments that have not changed are taken over from the last site.
 */
export async function writeSearch(
  source: SearchSource,
  store: RecordStore,
  files: SiteFiles,
): Promise<WrittenSearch> {
  const papers = readIndexedPapers(store, source.papers);
  const segments = planSegments(source, papers);
  const names = new Map<string, string>();
  const fragments = new Map<string, string>();
  const words = new Map<string, number>();
  for (const segment of segments) {
    const kept = store.read<KeptSegment>('segment', segment.key);
    const made =
      kept && files.reuseAll(kept.files, segment.key)
        ? kept
        : await makeSegment(segment, source.language, names, files);
    if (made !== kept) store.write('segment', [[segment.key, made]]);
    for (const [word, count] of made.words) words.set(word, (words.get(word) ?? 0) + count);
    for (const [slug, name] of made.names) {
      names.set(slug, name);
      fragments.set(`${segment.folder}fragment/${name}.pf_fragment`, slug);
    }
  }
  await close();
  files.clearLinks();
  store.prune('segment', new Set(segments.map(({ key }) => key)));
  writeFront(source, segments, papers, names, words, files);
  return { fragments };
}

/** The segments, oldest first; each lies in a folder named by what is in it, the newest beside the engine. */
function planSegments(
  { papers: listed, version, language }: SearchSource,
  papers: readonly IndexedPaper[],
): Segment[] {
  const entered = new Map(listed.map((paper) => [paper.slug, paper.entered]));
  const records = new Map(listed.map((paper) => [paper.slug, paper.record]));
  const starts = startsOfSegments(Math.max(0, ...listed.map((paper) => paper.entered + 1)));
  return starts.map((start, i) => {
    const isNewest = i === starts.length - 1;
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = papers.filter(({ record: { slug } }) => {
      const place = entered.get(slug) ?? 0;
      return place >= start && place < end;
    });
    const sources = own.map(({ record }) => [record, records.get(record.slug)]);
    const key = digest(version, language, isNewest, sources);
    const folder = `pagefind/${isNewest ? '' : segmentPath(nameOf({ key }))}`;
    return { key, folder, isNewest, papers: own };
  });
}

/** A segment is named by what is in it: what lies in its folder never changes. */
const nameOf = ({ key }: Pick<Segment, 'key'>): string => key.slice(0, 16);

/** @param taken names that other segments have given */
async function makeSegment(
  segment: Segment,
  language: string,
  taken: ReadonlyMap<string, string>,
  files: SiteFiles,
): Promise<KeptSegment> {
  const { key, folder, isNewest } = segment;
  const path = join(files.next, folder);
  files.clear(folder);
  let papers = segment.papers.map(({ record, readContent }) => ({
    record,
    content: readContent(),
  }));
  const words = countWords(papers.map(({ content }) => readShownText(content)));
  let names = await buildIndex(papers, path, language, isNewest);
  // Names are short digests: of papers of two segments, two may have one. Another word gives another name.
  const others = new Set(taken.values());
  for (let salt = 1; [...names.values()].some((name) => others.has(name)); salt++) {
    papers = papers.map((paper) =>
      others.has(names.get(paper.record.slug) ?? '')
        ? { ...paper, content: `${paper.content}${hideWords([`ƒsalt${salt}`])}` }
        : paper,
    );
    for (const name of readdirSync(path))
      if (name !== segmentsFolder) rmSync(join(path, name), { recursive: true });
    names = await buildIndex(papers, path, language, isNewest);
  }
  const paths = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(files.next.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !isNewest || !file.startsWith(`pagefind/${segmentsFolder}/`));
  for (const file of paths) files.note(file, key);
  return { files: paths, names: [...names], words: [...words] };
}

/**
 * The files that stand in front of Pagefind: titles in shards, the vocabulary, the names that Pagefind has for
 * papers, newest first, the titles that have formulas, and the segments.
 */
function writeFront(
  { papers: listed, version }: SearchSource,
  segments: readonly Segment[],
  papers: readonly IndexedPaper[],
  names: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, number>,
  files: SiteFiles,
): void {
  const former = listed.map(({ slug, formerSlugs }) => [slug, formerSlugs]);
  const key = digest(
    version,
    segments.map((segment) => segment.key),
    former,
  );
  const older = segments.flatMap((segment) => (segment.isNewest ? [] : [nameOf(segment)]));
  const formerOf = new Map(listed.map((paper) => [paper.slug, paper.formerSlugs]));
  const records = papers.map(({ record }) => ({ ...record, id: names.get(record.slug) ?? '' }));
  // Reading lists may hold a slug that a paper had.
  const ids = records.flatMap(({ slug, id }) =>
    [slug, ...(formerOf.get(slug) ?? [])].map((known) => ({ slug: known, id })),
  );
  const typeset = papers.flatMap(({ record, typesetTitle }) =>
    typesetTitle ? [[record.slug, typesetTitle]] : [],
  );
  const paths = [
    ...Array.from({ length: shardCount }, (_, i) => `titles/${i}.txt`),
    ...['words.txt', 'ids.txt', 'typeset.json', segmentsFile],
  ].map((path) => `search/${path}`);
  if (files.reuseAll(paths, key)) return;
  const write = (path: string, text: string): void => {
    const file = join(files.next, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    files.note(`search/${path}`, key);
  };
  makeShards(records).forEach((text, i) => {
    write(`titles/${i}.txt`, text);
  });
  write('words.txt', writeVocabulary(words));
  write('ids.txt', writePaperIds(ids));
  write('typeset.json', JSON.stringify(Object.fromEntries(typeset)));
  const summary: IndexSummary = { version: versionOfIndex(listed), segments: older.reverse() };
  write(segmentsFile, JSON.stringify(summary));
}
