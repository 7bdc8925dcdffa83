import type { ExportPaper } from '../../../src/export/export-paper.ts';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { findKeptCapitals } from '../../../src/render/kept-capitals.ts';
import { toTextParts } from '../../../src/render/text-parts.ts';
import { partsToText, toPlainText } from '../../../src/render/to-text.ts';
import type { Segment } from '../../../src/restore/segments.ts';

/** A paper with a title, as the query makes it; the rest is as in `change`, or of no matter. */
export function makeExported(
  title: readonly Segment[],
  { abstract = '', ...change }: Partial<Omit<ExportPaper, 'abstract'>> & { abstract?: string } = {},
): ExportPaper {
  const identity = change.identity ?? 'a-paper';
  const abstractSegments = [{ text: abstract }];
  const abstractText = toPlainText(cleanSegments(abstractSegments));
  const parts = toTextParts(cleanSegments(title));
  const words = parts.map((part) => ('text' in part ? part.text : ' ')).join('');
  return {
    identity,
    slug: identity,
    formerSlugs: [],
    url: `https://example.org/archive/papers/${identity}/`,
    title: {
      plain: partsToText(parts),
      parts,
      segments: title,
      kept: findKeptCapitals(words, abstractText),
    },
    abstract: { plain: abstractText, segments: abstractSegments },
    days: ['2025-03-11'],
    listings: [],
    links: [],
    hasCode: false,
    hasMath: false,
    metadata: {},
    ...change,
  };
}
