import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close } from 'pagefind';
import { volumeSize } from '../archive/volumes.ts';
import {
  digestSearched,
  type PaperToIndex,
  readIndexedPaper,
  versionOfIndex,
} from '../records/indexed-papers.ts';
import type { RecordStore } from '../records/record-store.ts';
import { digest } from '../records/text-digest.ts';
import {
  type IndexSummary,
  segmentPath,
  segmentsFile,
  startsOfSegments,
} from '../search/index-segments.ts';
import { hideWords } from '../search/indexed-text.ts';
import { makeOwnFiles, ownFiles } from '../search/own-files.ts';
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

/** A segment of the index. */
interface Segment {
  /** A digest of all that its files depend on. */
  key: string;
  /** Its folder, relative to those of the index: empty for the newest, which is beside the engine. */
  folder: string;
  papers: PaperToIndex[];
}

/** A segment in the record store. */
interface KeptSegment {
  files: string[];
  /** Pagefind's names of its papers. */
  names: [slug: string, name: string][];
}

/**
 * Writes the search index of a site by segments: Pagefind's to `pagefind/`, and the site's own files to `search/`.
 * Unchanged segments are reused from the last site.
 */
export async function writeSearch(
  source: SearchSource,
  store: RecordStore,
  files: SiteFiles,
): Promise<WrittenSearch> {
  const segments = planSegments(source);
  const taken = new Set<string>();
  const fragments = new Map<string, string>();
  const keys = new Set<string>();
  for (const segment of segments) {
    const { names } = await makeDistinct(segment, taken, keys, source.language, store, files);
    for (const [slug, name] of names) {
      taken.add(name);
      fragments.set(`pagefind/${segment.folder}fragment/${name}.pf_fragment`, slug);
    }
  }
  await close();
  files.clearLinks();
  store.prune('segment', keys);
  const summary: IndexSummary = {
    version: versionOfIndex(source.papers),
    segments: segments.slice(0, -1).map(nameOf).reverse(),
  };
  files.note(`search/${segmentsFile}`, digest(summary));
  files.write(`search/${segmentsFile}`, JSON.stringify(summary));
  return { fragments };
}

/** The segments, oldest first. Each but the newest has a folder named after its content. */
function planSegments({ papers, version, language }: SearchSource): Segment[] {
  const places = Math.max(0, ...papers.map((paper) => paper.entered + 1));
  const starts = startsOfSegments(places, volumeSize);
  const inOrder = papers.toSorted((a, b) => a.entered - b.entered);
  return starts.map((start, i) => {
    const isNewest = i === starts.length - 1;
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = inOrder.filter(({ entered }) => entered >= start && entered < end);
    const sources = own.map(({ slug, identity, formerSlugs, days, ...paper }) => [
      ...[slug, identity, formerSlugs, days, digestSearched(paper)],
    ]);
    const key = digest(version, language, isNewest, sources);
    return { key, folder: isNewest ? '' : segmentPath(nameOf({ key })), papers: own };
  });
}

/** The name of a segment depends on its content: files in its folder never change. */
const nameOf = ({ key }: Pick<Segment, 'key'>): string => key.slice(0, 16);

/**
 * Makes a segment, or reuses it. Pagefind names papers by short digests, which may be equal for papers of two segments:
 * papers whose names are taken get a word that gives them another one.
 * @param taken names in older segments
 * @param keys to which the keys of what is stored are added
 */
async function makeDistinct(
  segment: Segment,
  taken: ReadonlySet<string>,
  keys: Set<string>,
  language: string,
  store: RecordStore,
  files: SiteFiles,
): Promise<KeptSegment> {
  /** How often each paper was given another name. */
  const salts = new Map<string, number>();
  for (;;) {
    const key = salts.size === 0 ? segment.key : digest(segment.key, [...salts]);
    keys.add(key);
    const kept = store.read<KeptSegment>('segment', key);
    const isTaken = ([, name]: [string, string]): boolean => taken.has(name);
    // The names alone say whether others are needed; otherwise all files must still be there.
    const isUsable = kept && (kept.names.some(isTaken) || files.reuseAll(kept.files, key));
    const made = isUsable ? kept : await makeSegment(segment, key, salts, language, store, files);
    if (!isUsable) store.write('segment', [[key, made]]);
    const colliding = made.names.filter(isTaken);
    if (colliding.length === 0) return made;
    for (const [slug] of colliding) salts.set(slug, (salts.get(slug) ?? 0) + 1);
  }
}

async function makeSegment(
  segment: Segment,
  key: string,
  salts: ReadonlyMap<string, number>,
  language: string,
  store: RecordStore,
  files: SiteFiles,
): Promise<KeptSegment> {
  const isNewest = segment.folder === '';
  const folder = `pagefind/${segment.folder}`;
  const path = join(files.next, folder);
  const isOwn = (file: string): boolean => !isNewest || !file.startsWith('pagefind/segments/');
  files.clear(folder);
  // What Pagefind wrote before papers got other names.
  for (const name of existsSync(path) ? readdirSync(path) : [])
    if (name !== 'segments') rmSync(join(path, name), { recursive: true });
  const papers = segment.papers.map((paper) => {
    const indexed = readIndexedPaper(store, paper);
    const salt = salts.get(paper.slug);
    const word = salt === undefined ? '' : hideWords([`ƒsalt${salt}`]);
    return { ...indexed, content: indexed.content + word };
  });
  const names = await buildIndex(papers, path, language, isNewest);
  const written = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(files.next.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isOwn);
  for (const file of written) files.note(file, key);
  const named = papers.map((paper) => ({
    ...paper,
    record: { ...paper.record, id: names.get(paper.record.slug) ?? '' },
  }));
  const texts = makeOwnFiles(named);
  const own = ownFiles.map((file) => `search/${segment.folder}${file}`);
  own.forEach((file, i) => {
    files.note(file, key);
    files.write(file, texts[i] ?? '');
  });
  return { files: [...written, ...own], names: [...names] };
}
