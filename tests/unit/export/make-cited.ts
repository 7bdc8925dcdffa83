import type { ExportPaper } from '../../../src/export/export-paper.ts';
import { findKeptCapitals } from '../../../src/render/kept-capitals.ts';
import { toTextParts } from '../../../src/render/text-parts.ts';
import { toPlainText } from '../../../src/render/to-text.ts';
import type { Segment } from '../../../src/restore/segments.ts';

/** A paper with a title, as the query makes it; the rest is as in `change`, or of no matter. */
export function makeExported(
  title: readonly Segment[],
  { abstract = '', ...change }: Partial<Omit<ExportPaper, 'abstract'>> & { abstract?: string } = {},
): ExportPaper {
  const identity = change.identity ?? 'a-paper';
  const texts = { title, abstract: [{ text: abstract }] };
  const [titleText, abstractText] = [texts.title, texts.abstract].map((segments) => ({
    plain: toPlainText(segments),
    parts: toTextParts(segments),
    segments,
  }));
  if (!titleText || !abstractText) throw new Error('there are two texts');
  const words = titleText.parts.map((part) => ('text' in part ? part.text : ' ')).join('');
  return {
    identity,
    slug: identity,
    formerSlugs: [],
    url: `https://example.org/archive/papers/${identity}/`,
    title: { ...titleText, kept: findKeptCapitals(words, abstractText.plain) },
    abstract: abstractText,
    days: ['2025-03-11'],
    sightings: [],
    links: [],
    hasCode: false,
    hasMath: false,
    ...change,
  };
}
