import { type CollectionEntry, getCollection } from 'astro:content';
import { toHtml, toInlineHtml } from '../render/to-html.ts';
import { hasFormula, toMarkdown } from '../render/to-markdown.ts';
import { toPlainText } from '../render/to-text.ts';
import { isFormula, type Segment } from '../restore/segments.ts';

type PaperData = CollectionEntry<'papers'>['data'];
type WordingData = PaperData['wordings'][number];

/** A wording of a paper, ready to be shown. */
export interface WordingView {
  /** The title typeset: phrasing content. */
  titleHtml: string;
  /** The title as one line of plain text. */
  titleText: string;
  /** The abstract typeset: paragraphs. */
  abstractHtml: string;
  hasMath: boolean;
  /** Whether the title alone has formulas: what other pages show of it. */
  hasMathInTitle: boolean;
  links: WordingData['links'];
  /** Title and abstract as they were captured, what was restored apart from what was not. */
  captured: { title: CapturedPart[]; abstract: CapturedPart[] };
}

/** A stretch of a captured text; with a formula, the place where one was restored. */
export interface CapturedPart {
  /** The text to the letter. */
  text: string;
  restored?: {
    latex: string;
    /** How sure the restoration is, 0 to 1; undefined where the keeper wrote it. */
    probability?: number;
  };
}

/** A paper, ready to be shown, with the wording that was captured last. */
export interface PaperView extends WordingView {
  slug: string;
  /** The slug that it was first entered under: what a reader's browser knows it by. */
  identity: string;
  hasCode: boolean;
  /** The beginning of the abstract as plain text, for search engines and link previews. */
  summary: string;
  /** Where it stood, oldest first. */
  sightings: PaperData['sightings'];
  /** Wordings that were captured before, newest first; most papers have none. */
  earlier: WordingView[];
}

/** All papers by slug. Rendered once a build, however many pages show them. */
export async function getPapers(): Promise<ReadonlyMap<string, PaperView>> {
  const entries = await getCollection('papers');
  return new Map(entries.map(({ data }) => [data.slug, viewPaper(data)]));
}

const views = new WeakMap<PaperData, PaperView>();

function viewPaper(data: PaperData): PaperView {
  const known = views.get(data);
  if (known) return known;
  const { slug, identity, wordings, sightings } = data;
  const current = wordings[sightings[sightings.length - 1].wording];
  const view: PaperView = {
    ...viewWording(current),
    slug,
    identity,
    hasCode: current.links.some((link) => link.kind === 'code'),
    summary: summarise(current.abstract),
    sightings,
    earlier: wordings
      .filter((w) => w !== current)
      .reverse()
      .map(viewWording),
  };
  views.set(data, view);
  return view;
}

function viewWording({ title, abstract, links }: WordingData): WordingView {
  return {
    titleHtml: toInlineHtml(toMarkdown(title as Segment[])),
    titleText: toPlainText(title as Segment[]),
    abstractHtml: toHtml(toMarkdown(abstract as Segment[])),
    hasMath: hasFormula(title as Segment[]) || hasFormula(abstract as Segment[]),
    hasMathInTitle: hasFormula(title as Segment[]),
    links,
    captured: { title: listParts(title as Segment[]), abstract: listParts(abstract as Segment[]) },
  };
}

function listParts(segments: readonly Segment[]): CapturedPart[] {
  return segments.map((segment) => {
    if (!isFormula(segment)) return { text: segment.text };
    const { captured, latex, corrected, probability } = segment;
    return {
      text: captured,
      restored: { latex, probability: corrected ? undefined : probability },
    };
  });
}

/** The first 160 characters or so of a text, cut at a word if it has any: what search engines show. */
function summarise(segments: readonly unknown[]): string {
  const text = toPlainText(segments as Segment[]);
  if (text.length <= 160) return text;
  const start = text.slice(0, 160).toWellFormed();
  const end = text[160] === ' ' ? 160 : start.lastIndexOf(' ');
  return `${start.slice(0, end > 0 ? end : undefined).replace(/[,;:.]$/, '')}…`;
}
