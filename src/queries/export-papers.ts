import { type CollectionEntry, getCollection } from 'astro:content';
import type { EarlierWording, ExportPaper, ExportText } from '../export/export-paper.ts';
import { findKeptCapitals } from '../render/kept-capitals.ts';
import { toTextParts } from '../render/text-parts.ts';
import { partsToText } from '../render/to-text.ts';
import type { Segment } from '../restore/segments.ts';
import { site } from '../site.ts';
import { absoluteUrl, paperMarkdownUrl, paperUrl } from '../urls.ts';
import { getDays } from './days.ts';
import { getPapers, type PaperView } from './papers.ts';

type PaperData = CollectionEntry<'papers'>['data'];

/** All papers by slug, in the order of slugs, as exports are made of them. */
export async function getExportPapers(): Promise<ReadonlyMap<string, ExportPaper>> {
  const [entries, papers] = await Promise.all([getCollection('papers'), getPapers()]);
  return new Map(
    entries.sort(bySlug).flatMap(({ data }) => {
      const view = papers.get(data.slug);
      return view ? [[data.slug, makeExportPaper(data, view)]] : [];
    }),
  );
}

const bySlug = (a: { data: PaperData }, b: { data: PaperData }): number =>
  a.data.slug < b.data.slug ? -1 : 1;

/** The papers of each day that has captures, by ISO date, in the order of its page. */
export async function getExportDays(): Promise<ReadonlyMap<string, ExportPaper[]>> {
  const [days, papers] = await Promise.all([getDays(), getExportPapers()]);
  return new Map(
    days.map(({ date, lines }) => [
      date,
      lines.flatMap(({ paper }) => papers.get(paper.slug) ?? []),
    ]),
  );
}

/** The papers of each month that has captures (`2025-03`), each once, in the order of its days. */
export async function getExportMonths(): Promise<ReadonlyMap<string, ExportPaper[]>> {
  const days = [...(await getExportDays())];
  const months = Map.groupBy(days, ([date]) => date.slice(0, 7));
  return new Map(
    [...months].map(([month, of]) => [month, [...new Set(of.flatMap(([, papers]) => papers))]]),
  );
}

const made = new WeakMap<PaperData, ExportPaper>();

function makeExportPaper(data: PaperData, view: PaperView): ExportPaper {
  const known = made.get(data);
  if (known) return known;
  const { identity, slug, formerSlugs, wordings, sightings } = data;
  const { title, abstract, links } = wordings[sightings[sightings.length - 1].wording];
  const titleText = makeText(title as Segment[]);
  const abstractText = makeText(abstract as Segment[]);
  const paper: ExportPaper = {
    identity,
    slug,
    formerSlugs,
    url: absoluteUrl(paperUrl(slug)),
    title: { ...titleText, kept: findKeptCapitals(textOf(titleText), abstractText.plain) },
    abstract: abstractText,
    days: [...new Set(sightings.map(({ day }) => day))],
    sightings,
    links,
    hasCode: view.hasCode,
    hasMath: view.hasMath,
    ...(site.paperMarkdown && { markdownUrl: absoluteUrl(paperMarkdownUrl(slug)) }),
    ...(wordings.length > 1 && { earlier: listEarlier(data) }),
  };
  made.set(data, paper);
  return paper;
}

function makeText(segments: readonly Segment[]): ExportText {
  const parts = toTextParts(segments);
  return { plain: partsToText(parts), parts, segments };
}

/** The text of it alone: a formula parts words. */
const textOf = ({ parts }: ExportText): string =>
  parts.map((part) => ('text' in part ? part.text : ' ')).join('');

/** The wordings but the one captured last, newest first. */
function listEarlier({ wordings, sightings }: PaperData): EarlierWording[] {
  const shown = sightings[sightings.length - 1].wording;
  return wordings
    .flatMap(({ title, abstract, links }, i) => {
      const own = sightings.filter(({ wording }) => wording === i);
      if (i === shown) return [];
      const texts = {
        title: makeText(title as Segment[]),
        abstract: makeText(abstract as Segment[]),
      };
      return [{ ...texts, links, sightings: own }];
    })
    .reverse();
}
