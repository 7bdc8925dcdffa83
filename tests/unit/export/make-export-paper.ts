import type { ExportPaper, ExportTitle } from '../../../src/export/export-paper.ts';
import type { PaperMetadata } from '../../../src/metadata/metadata.ts';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { toTextParts } from '../../../src/render/text-parts.ts';
import { partsToText } from '../../../src/render/to-text.ts';
import type { Segment } from '../../../src/restore/segments.ts';

/** A text in all forms, of its segments; as a title, one without names. */
export const makeText = (...segments: Segment[]): ExportTitle => {
  const parts = toTextParts(cleanSegments(segments));
  return { plain: partsToText(parts), parts, segments, kept: [] };
};

/** All that sources can know about a paper. */
export const everyFact: Required<PaperMetadata> = {
  authors: [{ family: 'Erdős', given: 'P.' }, { family: 'Bourbaki' }],
  published: '2025-03',
  venue: 'Annals of Mathematics',
  doi: '10.1000/182',
  categories: ['math.CO', 'cs.DM'],
  organisation: 'Institute of Mathematics',
  url: 'https://publisher.example/paper',
  projectPage: 'https://project.example/',
  code: 'https://github.com/a/b',
  stars: { count: 1204, day: '2025-03-14' },
  votes: { count: 12, day: '2025-03-11' },
};

/** A paper of one listing, with what a test wants to be otherwise. */
export const makeExportPaper = (own: Partial<ExportPaper> = {}): ExportPaper => ({
  identity: 'a-paper',
  slug: 'a-paper',
  formerSlugs: [],
  url: 'https://example.org/archive/papers/a-paper/',
  title: makeText({ text: 'A paper' }),
  abstract: makeText({ text: 'It has an abstract.' }),
  days: ['2025-03-11'],
  listings: [{ day: '2025-03-11', capture: '2025-03-11.txt', rank: 1, revision: 0 }],
  links: [],
  hasCode: false,
  hasMath: false,
  metadata: {},
  ...own,
});

/** A paper with whatever makes formats hard: formulas, what is left of them, marks of Markdown, links. */
export const hardPaper = makeExportPaper({
  identity: 'r-d-is-enough',
  slug: 'faster-in-r-d',
  formerSlugs: ['r-d-is-enough'],
  url: 'https://example.org/archive/papers/faster-in-r-d/',
  markdownUrl: 'https://example.org/archive/papers/faster-in-r-d.md',
  title: makeText(
    { text: 'Faster: "' },
    { captured: 'O(nlog n)', latex: 'O(n\\log n)', probability: 0.93 },
    { text: '" in ' },
    { captured: 'R^d', latex: '\\mathbb{R}^d', corrected: true },
  ),
  abstract: makeText(
    { text: 'Schr\\"odinger *bridges* cost $5 for ' },
    { captured: 'xin R^{stimes d}', latex: 'x\\in\\mathbb{R}^{s\\times d}', probability: 0.5 },
    { text: ' and <EOS>, but ' },
    { text: '\\frac{1}{2', unproven: true },
    { text: ' stays.\n\n# No heading. Code: https://github.com/a/b_c.' },
  ),
  days: ['2025-03-11', '2025-03-14'],
  listings: [
    { day: '2025-03-11', capture: 'first.txt', rank: 3, revision: 0 },
    { day: '2025-03-14', capture: 'second.txt', rank: 1, revision: 1 },
  ],
  links: [{ url: 'https://github.com/a/b_c', label: 'https://github.com/a/b_c', kind: 'code' }],
  hasCode: true,
  hasMath: true,
  earlier: [
    {
      title: makeText(
        { captured: 'R^d', latex: '\\mathbb{R}^d', original: true },
        { text: ' is enough' },
      ),
      abstract: makeText({ text: 'Too short.' }),
      links: [],
      listings: [{ day: '2025-03-11', capture: 'first.txt', rank: 3, revision: 0 }],
    },
  ],
});
