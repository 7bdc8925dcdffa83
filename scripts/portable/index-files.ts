import MiniSearch from 'minisearch';
import type { IndexedPaper } from '../../src/records/indexed-papers.ts';
import { makeOwnFiles, ownFiles } from '../../src/search/own-files.ts';
import {
  headFile,
  type IndexHead,
  type IndexPart,
  indexOptions,
  papersFile,
  partFile,
  textFile,
  toPaperFields,
} from '../../src/search/text-index.ts';
import { writeRecords } from '../../src/search/title-records.ts';

/** A word of a query needs one or two parts of this length, in characters. */
const usualPartLength = 500_000;

/**
 * The search index of the edition: texts by their paths in the folder `search/`. Papers have numbers as ids, where the
 * site has the ids of Pagefind.
 * @param papers newest first
 * @param version of the index
 * @param partLength minimum length of a part of the full-text index, in characters
 */
export function makeIndexFiles(
  papers: readonly IndexedPaper[],
  version: string,
  partLength = usualPartLength,
): Map<string, string> {
  const numbered = papers.map((paper, id) => ({
    ...paper,
    record: { ...paper.record, id: String(id) },
  }));
  const own = makeOwnFiles(numbered, { version, segments: [] });
  return new Map([
    ...own.map((text, i): [string, string] => [ownFiles[i], text]),
    [papersFile, writeRecords(numbered.map(({ record }) => record))],
    ...makeFullText(papers, partLength),
  ]);
}

/** The full-text index, and the indexed texts. */
function makeFullText(papers: readonly IndexedPaper[], partLength: number): [string, string][] {
  const mini = new MiniSearch(indexOptions);
  const contents = papers.map(({ readContent }) => readContent());
  mini.addAll(contents.map((content, id) => toPaperFields(id, content)));
  const { index: terms, ...index } = JSON.parse(JSON.stringify(mini));
  const parts = splitTerms(terms, partLength);
  const head: IndexHead = { index, firstTerms: parts.map(([[first]]) => first) };
  const texts = new Map<string, string[]>();
  contents.forEach((content, id) => {
    const file = textFile(id);
    texts.set(file, [...(texts.get(file) ?? []), content]);
  });
  return [
    [headFile, JSON.stringify(head)],
    ...parts.map((part, i): [string, string] => [partFile(i), JSON.stringify(part)]),
    ...[...texts].map(([file, all]): [string, string] => [file, JSON.stringify(all)]),
  ];
}

/** Divides sorted terms into parts, each with at least one term. */
function splitTerms(terms: IndexPart, partLength: number): [IndexPart[number], ...IndexPart][] {
  const parts: [IndexPart[number], ...IndexPart][] = [];
  let length = partLength;
  for (const term of terms.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = parts.at(-1);
    if (last && length < partLength) last.push(term);
    else {
      parts.push([term]);
      length = 0;
    }
    length += JSON.stringify(term).length;
  }
  return parts;
}
