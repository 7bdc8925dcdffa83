import {
  type CitedPaper,
  citedFields,
  type DescribedPaper,
  type ExportPaper,
} from '../export/export-paper.ts';
import { listDays } from '../records/indexed-papers.ts';
import { openRecords } from '../records/open-records.ts';
import {
  type PaperBody,
  type PaperTexts,
  readAbstractText,
  readPlain,
  type SourceText,
} from '../records/paper-record.ts';
import { site } from '../site.ts';
import { absoluteUrl, paperMarkdownUrl, paperUrl } from '../urls.ts';
import { getDays } from './days.ts';
import type { PaperView } from './papers.ts';

/** The papers of each month that has captures (`2025-03`), each once, in the order of its days. */
export async function getPapersByMonth(): Promise<ReadonlyMap<string, PaperView[]>> {
  const months = Map.groupBy(await getDays(), ({ date }) => date.slice(0, 7));
  return new Map(
    [...months].map(([month, days]) => {
      const papers = days.flatMap(({ lines }) => lines.map(({ paper }) => paper));
      return [month, [...new Set(papers)]];
    }),
  );
}

/** A paper as citations are made of it. */
export function citePaper(paper: PaperView): CitedPaper {
  const { identity, slug, titleText, titleParts, keptCapitals, arxivId, metadata } = paper;
  const cited = citedFields.filter((field) => metadata[field] !== undefined);
  return {
    identity,
    url: absoluteUrl(paperUrl(slug)),
    title: { plain: titleText, parts: titleParts, kept: keptCapitals },
    days: listDays(paper),
    ...(arxivId !== undefined && { arxivId }),
    metadata: Object.fromEntries(cited.map((field) => [field, metadata[field]])),
  };
}

/** A paper as its page describes it to programs. */
export const describePaperView = (paper: PaperView, body: PaperBody): DescribedPaper => ({
  ...citePaper(paper),
  abstract: { plain: readAbstractText(body) },
});

/** A paper as data files are made of it; its texts are read from the records. */
export const readExportPaper = (paper: PaperView): ExportPaper =>
  toExportPaper(paper, readTexts(paper));

/** The texts of a paper, from its record. */
export const readTexts = ({ record }: PaperView): PaperTexts =>
  openRecords().readPart('texts', record);

const readSource = (text: SourceText): ExportPaper['abstract'] => ({
  plain: readPlain(text),
  segments: text.segments,
});

/** A paper as data files are made of it. */
export function toExportPaper(
  paper: PaperView,
  { title, abstract, earlier }: PaperTexts,
): ExportPaper {
  const { slug, formerSlugs, listings, links, hasCode, hasMath, metadata } = paper;
  const cited = citePaper(paper);
  return {
    ...cited,
    slug,
    formerSlugs,
    title: { ...cited.title, ...readSource(title) },
    abstract: readSource(abstract),
    listings,
    links,
    hasCode,
    hasMath,
    metadata,
    ...(site.paperMarkdown && { markdownUrl: absoluteUrl(paperMarkdownUrl(slug)) }),
    ...(earlier.length > 0 && {
      earlier: earlier.map(({ revision, title, abstract, links }) => ({
        title: readSource(title),
        abstract: readSource(abstract),
        links,
        listings: listings.filter((listing) => listing.revision === revision),
      })),
    }),
  };
}
