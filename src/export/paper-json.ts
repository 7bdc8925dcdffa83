import { joinCaptured, joinRestored } from '../restore/segments.ts';
import type { PaperData, RevisionData } from './data-schemas.ts';
import type { EarlierRevision, ExportPaper, ExportText } from './export-paper.ts';

/** A line of `papers.jsonl`, with its end. */
export const writePaperLine = (paper: ExportPaper): string =>
  `${JSON.stringify(toPaperData(paper))}\n`;

/** All that the archive knows of a paper, as one line of `papers.jsonl`. */
export function toPaperData(paper: ExportPaper): PaperData {
  const { identity, slug, formerSlugs, url, markdownUrl, days, hasCode, hasMath } = paper;
  return {
    id: identity,
    slug,
    formerSlugs,
    url,
    markdownUrl,
    ...toRevisionData(paper),
    days,
    hasCode,
    hasMath,
    authors: paper.authors,
    published: paper.published,
    arxivId: paper.arxivId,
    earlier: paper.earlier?.map(toRevisionData),
  };
}

function toRevisionData(revision: EarlierRevision): RevisionData {
  return {
    title: toTextData(revision.title),
    abstract: toTextData(revision.abstract),
    links: revision.links.map(({ url, label, kind }) => ({ url, label, kind })),
    captures: revision.listings.map(({ day, capture, rank }) => ({ day, capture, rank })),
  };
}

const toTextData = ({ plain, segments }: ExportText): RevisionData['title'] => ({
  text: plain,
  restored: joinRestored(segments),
  captured: joinCaptured(segments),
  segments,
});
