import { findCitationFormat } from '../../export/citation-formats.ts';
import { citeList } from '../../export/cite-list.ts';
import { citationsUrl, permalink } from '../../urls.ts';
import type { SavedEntry } from '../list/list-entry.ts';
import { downloadFile } from '../page/download-file.ts';
import { fetchText } from '../page/fetch-text.ts';

/**
 * Gives the saved papers to the reader as a file of citations.
 * @param extension of the format: `bib`
 * @returns a sentence on what came of it
 */
export async function citeSaved(
  entries: readonly SavedEntry[],
  extension: string,
): Promise<string> {
  const format = findCitationFormat(extension);
  const papers = entries.map(({ id, slug, title, day }) => ({
    ...{ identity: id, url: permalink(slug), title, day },
  }));
  const { file, plain } = await citeList(format, papers, async (day) => {
    const address = citationsUrl(`days/${day}`, extension);
    return await fetchText(address).catch(() => undefined);
  });
  downloadFile(file, `dayleaf-reading-list.${extension}`, format.mediaType);
  const cited = papers.length === 1 ? '1 paper' : `${papers.length} papers`;
  return plain > 0
    ? `Downloaded ${cited}; ${plain} without formulas, as the archive could not be asked.`
    : `Downloaded ${cited}.`;
}
