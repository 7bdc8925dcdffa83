import MiniSearch from 'minisearch';
import {
  headFile,
  type IndexHead,
  type IndexPart,
  indexOptions,
  papersFile,
  partFile,
  partsWith,
  placeInTextFile,
  textFile,
} from '../search/text-index.ts';
import { readRecords, type TitleRecord } from '../search/title-records.ts';

/** Some terms of the index, and an engine that knows them. */
export interface IndexSection {
  terms: string[];
  mini: MiniSearch;
}

/** The full-text index of the edition; its parts are loaded when they are needed. */
export interface TextIndex {
  /** All papers, newest first: a paper's number is its place. */
  papers: TitleRecord[];
  /** The sections with all terms that have a prefix. @throws {Error} if a file is missing */
  open(beginning: string): Promise<IndexSection[]>;
  /** The indexed text of a paper, by its number. @throws {Error} if a file is missing */
  readText(id: number): Promise<string>;
}

/**
 * Loads the parts of the index that every query needs.
 * @param fetchFile returns the text of a file of the index: `full/head.json`
 * @throws {Error} if a file is missing
 */
export async function openIndex(fetchFile: (path: string) => Promise<string>): Promise<TextIndex> {
  const [head, papers] = await Promise.all([fetchFile(headFile), fetchFile(papersFile)]);
  const { index, firstTerms }: IndexHead = JSON.parse(head);
  const sections = new Map<number, Promise<IndexSection>>();

  function openPart(part: number): Promise<IndexSection> {
    const known = sections.get(part);
    if (known) return known;
    const section = fetchFile(partFile(part)).then((text) => {
      const terms: IndexPart = JSON.parse(text);
      return {
        terms: terms.map(([term]) => term),
        mini: MiniSearch.loadJS({ ...index, index: terms }, indexOptions),
      };
    });
    sections.set(part, section);
    section.catch(() => sections.delete(part));
    return section;
  }

  return {
    papers: readRecords(papers),
    open: (beginning) => Promise.all(partsWith(firstTerms, beginning).map(openPart)),
    async readText(id) {
      const texts: string[] = JSON.parse(await fetchFile(textFile(id)));
      return texts[placeInTextFile(id)] ?? '';
    },
  };
}
