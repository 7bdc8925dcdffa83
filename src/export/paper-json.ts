import { joinCaptured, joinRestored, type Segment } from '../restore/segments.ts';
import type {
  EarlierRevision,
  ExportAuthor,
  ExportLink,
  ExportPaper,
  ExportText,
} from './export-paper.ts';

/** A title or an abstract in each of its forms. */
export interface TextRecord {
  text: string;
  restored: string;
  captured: string;
  segments: readonly Segment[];
}

/** A place where a paper stood. */
export interface PlaceRecord {
  day: string;
  capture: string;
  rank: number;
}

/** A revision of a paper, and where it stood with it. */
export interface RevisionJson {
  title: TextRecord;
  abstract: TextRecord;
  links: readonly ExportLink[];
  captures: PlaceRecord[];
}

/** A line of `papers.jsonl`. `paper-schema.ts` says what each field means. */
export interface PaperRecord extends RevisionJson {
  id: string;
  slug: string;
  formerSlugs: readonly string[];
  url: string;
  markdownUrl?: string;
  days: readonly string[];
  hasCode: boolean;
  hasMath: boolean;
  authors?: readonly ExportAuthor[];
  published?: string;
  arxivId?: string;
  earlier?: RevisionJson[];
}

/** A line of `papers.jsonl`, with its end. */
export const writePaperLine = (paper: ExportPaper): string =>
  `${JSON.stringify(toPaperRecord(paper))}\n`;

/** All that the archive knows of a paper. */
export function toPaperRecord(paper: ExportPaper): PaperRecord {
  const { identity, slug, formerSlugs, url, markdownUrl, days, hasCode, hasMath } = paper;
  return {
    id: identity,
    slug,
    formerSlugs,
    url,
    markdownUrl,
    ...toRevisionJson(paper),
    days,
    hasCode,
    hasMath,
    authors: paper.authors,
    published: paper.published,
    arxivId: paper.arxivId,
    earlier: paper.earlier?.map(toRevisionJson),
  };
}

function toRevisionJson(revision: EarlierRevision): RevisionJson {
  return {
    title: toTextRecord(revision.title),
    abstract: toTextRecord(revision.abstract),
    links: revision.links.map(({ url, label, kind }) => ({ url, label, kind })),
    captures: revision.listings.map(({ day, capture, rank }) => ({ day, capture, rank })),
  };
}

const toTextRecord = ({ plain, segments }: ExportText): TextRecord => ({
  text: plain,
  restored: joinRestored(segments),
  captured: joinCaptured(segments),
  segments,
});
