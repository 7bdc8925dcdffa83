import type { PaperData } from './data-schemas.ts';
import type { ExportPaper } from './export-paper.ts';

/** Returns what sources know about a paper as data files name it; unknown fields are undefined. */
export function toFactData({ arxivId, metadata }: Pick<ExportPaper, 'arxivId' | 'metadata'>) {
  const { authors, published, venue, doi, categories, organisation } = metadata;
  const { url: publisherUrl, projectPage, code, stars, votes } = metadata;
  return {
    ...{ authors, published, venue, doi, arxivId, categories, organisation },
    ...{ publisherUrl, projectPage, code, stars, votes },
  } satisfies Partial<PaperData>;
}
