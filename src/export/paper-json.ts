import { joinCaptured, joinRestored } from '../restore/segments.ts';
import type { PaperData, RevisionData } from './data-schemas.ts';
import type { EarlierRevision, ExportPaper, ExportText } from './export-paper.ts';
import { toFactData } from './paper-facts.ts';

/** Returns a line of `papers.jsonl`, with its line break. */
export const writePaperLine = (paper: ExportPaper): string =>
  `${JSON.stringify(toPaperData(paper))}\n`;

/** Returns all data of a paper; `data-schemas.ts` describes each field. */
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
    ...toFactData(paper),
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
