import { joinCaptured, joinRestored } from '../restore/segments.ts';
import type { PaperData, ReadableTextData, RevisionData } from './data-schemas.ts';
import type { EarlierRevision, ExportPaper, ExportText } from './export-paper.ts';
import { toFactData } from './paper-facts.ts';

/** Returns a paper as a line of JSON, with its line break. */
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

function toTextData(text: ExportText): RevisionData['title'] {
  const { plain, segments } = text;
  const captured = joinCaptured(segments);
  return {
    ...toReadableText(text),
    captured: captured === plain ? undefined : captured,
    segments: segments.some((s) => 'latex' in s || s.unproven) ? segments : undefined,
  };
}

/** Returns a text for reading. */
export function toReadableText({ plain, segments }: ExportText): ReadableTextData {
  const restored = joinRestored(segments);
  return { text: plain, restored: restored === plain ? undefined : restored };
}
