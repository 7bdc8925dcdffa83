import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close } from 'pagefind';
import {
  digestSearched,
  type IndexedPaper,
  type PaperToIndex,
  readIndexedPapers,
  versionOfIndex,
} from '../records/indexed-papers.ts';
import type { RecordStore } from '../records/record-store.ts';
import { digest } from '../records/text-digest.ts';
import { segmentPath, segmentsFolder, startsOfSegments } from '../search/index-segments.ts';
import { hideWords, readShownText } from '../search/indexed-text.ts';
import { makeOwnFiles, ownFiles } from '../search/own-files.ts';
import { countWords, writeVocabulary } from '../search/word-list.ts';
import { buildIndex } from './build-index.ts';
import type { SiteFiles } from './site-files.ts';

/** Input for the search index. */
export interface SearchSource {
  papers: readonly PaperToIndex[];
  /** BCP 47. */
  language: string;
  /** Digest of the code that makes the index; a new version replaces all files. */
  version: string;
}

/** What packing needs to know of the search index. */
export interface WrittenSearch {
  /** Slug of the paper of each fragment, by path in the site. */
  fragments: Map<string, string>;
}

/** A segment of the index, with its folder in the site. */
interface Segment {
  key: string;
  folder: string;
  isNewest: boolean;
  papers: IndexedPaper[];
}

/** A segment in the record store. */
interface KeptSegment {
  files: string[];
  names: [slug: string, name: string][];
  /** Number of its papers that contain each word. */
  words: [word: string, papers: number][];
}

/**
 * Writes the search index of a site: Pagefind's segments to `pagefind/`, and the site's own files to `search/`.
 * Unchanged segments are reused from the last site.
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
  writeOwnFiles(source, segments, papers, names, words, files);
  return { fragments };
}

/** The segments, oldest first. Each has a folder named after its content; the newest is beside the engine. */
function planSegments(
  { papers: listed, version, language }: SearchSource,
  papers: readonly IndexedPaper[],
): Segment[] {
  const bySlug = new Map(listed.map((paper) => [paper.slug, paper]));
  const starts = startsOfSegments(Math.max(0, ...listed.map((paper) => paper.entered + 1)));
  return starts.map((start, i) => {
    const isNewest = i === starts.length - 1;
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = papers.filter(({ record: { slug } }) => {
      const place = bySlug.get(slug)?.entered ?? 0;
      return place >= start && place < end;
    });
    const sources = own.map(({ record }) => {
      const paper = bySlug.get(record.slug);
      return [record, paper && digestSearched(paper)];
    });
    const key = digest(version, language, isNewest, sources);
    const folder = `pagefind/${isNewest ? '' : segmentPath(nameOf({ key }))}`;
    return { key, folder, isNewest, papers: own };
  });
}

/** The name of a segment depends on its content: files in its folder never change. */
const nameOf = ({ key }: Pick<Segment, 'key'>): string => key.slice(0, 16);

/** @param taken Pagefind's names in other segments */
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
  // Names are short digests, which may be equal for papers of two segments. An added word gives another name.
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
 * Writes the files that are read before or besides Pagefind's: see `ownFiles`, and vocabulary and titles with formulas.
 */
function writeOwnFiles(
  { papers: listed, version }: SearchSource,
  segments: readonly Segment[],
  papers: readonly IndexedPaper[],
  names: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, number>,
  files: SiteFiles,
): void {
  const indexVersion = versionOfIndex(listed);
  const segmentKeys = segments.map((segment) => segment.key);
  const key = digest(version, segmentKeys, indexVersion);
  const older = segments.flatMap((segment) => (segment.isNewest ? [] : [nameOf(segment)]));
  const typeset = papers.flatMap(({ record, typesetTitle }) =>
    typesetTitle ? [[record.slug, typesetTitle]] : [],
  );
  const paths = [...ownFiles, 'words.txt', 'typeset.json'].map((path) => `search/${path}`);
  if (files.reuseAll(paths, key)) return;
  const found = papers.map((paper) => {
    const record = { ...paper.record, id: names.get(paper.record.slug) ?? '' };
    return { ...paper, record };
  });
  const texts = [
    ...makeOwnFiles(found, { version: indexVersion, segments: older.reverse() }),
    writeVocabulary(words),
    JSON.stringify(Object.fromEntries(typeset)),
  ];
  texts.forEach((text, i) => {
    files.note(paths[i], key);
    files.write(paths[i], text);
  });
}
