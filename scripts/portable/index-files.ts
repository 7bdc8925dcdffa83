import MiniSearch from 'minisearch';
import type { IndexedPaperPage } from '../../src/integrations/indexed-papers.ts';
import {
  headFile,
  type IndexHead,
  type IndexPart,
  indexOptions,
  papersFile,
  partFile,
  textFile,
  toIndexedPaper,
} from '../../src/search/text-index.ts';
import { writeRecords } from '../../src/search/title-records.ts';

/** What one word of a query costs to read. */
const usualPartLength = 500_000;

/**
 * The files of the full-text index, their texts by their paths relative to the index; the same for the
 * same papers.
 * @param papers newest first
 * @param partLength how long a part of the index becomes, in characters
 */
export function makeIndexFiles(
  papers: readonly IndexedPaperPage[],
  partLength = usualPartLength,
): Map<string, string> {
  const mini = new MiniSearch(indexOptions);
  mini.addAll(papers.map(({ content }, id) => toIndexedPaper(id, content)));
  const { index: terms, ...index } = JSON.parse(JSON.stringify(mini));
  const parts = splitTerms(terms, partLength);
  const head: IndexHead = { index, firstTerms: parts.map(([[first]]) => first) };
  const texts = new Map<string, string[]>();
  papers.forEach(({ content }, id) => {
    const file = textFile(id);
    texts.set(file, [...(texts.get(file) ?? []), content]);
  });
  return new Map([
    [headFile, JSON.stringify(head)],
    ...parts.map((part, i): [string, string] => [partFile(i), JSON.stringify(part)]),
    [papersFile, writeRecords(papers.map(({ record }) => record))],
    ...[...texts].map(([file, all]): [string, string] => [file, JSON.stringify(all)]),
  ]);
}

/** Terms in their order, in parts that have one at least. */
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
