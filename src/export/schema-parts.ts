import { z } from 'zod';
import { isoDate, slug } from '../archive/archive.ts';
import { type LinkKind, linkKinds } from '../text/link-kinds.ts';

export { isoDate, slug };

const atLeastOne = z.int().min(1);

/** A capture of a day. */
export const captureSize = z.object({
  name: z.string().describe('The name of its file.'),
  size: atLeastOne.describe('How many entries it holds.'),
});

/** Where a paper stands in a capture. */
export const listing = z.object({
  capture: z.string().describe('The name of the file of the capture.'),
  rank: atLeastOne.describe('The place in the capture, from 1.'),
});

/** Where a paper stands in a capture, and of which day that capture is. */
export const datedListing = z.object({
  day: isoDate.describe('The day of the page that was captured.'),
  ...listing.shape,
});

/** An array schema; the item schema has a description of its own. */
export const listOf = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).readonly().describe(description);
/** The schema of an array with at least one item. */
export const fullListOf = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).min(1).readonly().describe(description);
/** An absolute address. */
export const address = (description: string) => z.url().describe(description);
/** A count. */
export const amount = (description: string) => z.int().min(0).describe(description);

/** The links of an abstract. */
export const links = listOf(
  z
    .object({
      url: address('Where it leads.'),
      label: z.string().describe('The words that stood for it.'),
      kind: z
        .enum(Object.keys(linkKinds) as LinkKind[])
        .describe('What it leads to, as far as the address tells.'),
    })
    .describe('A link.'),
  'The links of the abstract, each once, in order.',
);

/** A title or an abstract in two forms for reading. */
export const readableText = z.object({
  text: z.string().describe('One line of plain text, formulas as readable Unicode: O(n²).'),
  restored: z
    .string()
    .describe(
      'As captured, but with each formula as LaTeX between dollar signs; nothing is cleaned or escaped. Absent if it is the same as `text`.',
    )
    .optional(),
});

const formula = z
  .object({
    captured: z.string().describe('The part of the captured text that it replaces.'),
    latex: z
      .string()
      .describe('What the authors wrote, or most probably wrote, between the dollar signs.'),
    probability: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'The estimated probability that the restoration is right; of restored formulas only.',
      )
      .optional(),
    corrected: z
      .literal(true)
      .describe('Present if the maintainer of the archive wrote the formula.')
      .optional(),
    original: z
      .literal(true)
      .describe("Present if this is the authors' own LaTeX, from a source that has it.")
      .optional(),
  })
  .describe(
    'A formula that passed the round-trip check: stripped like the page, its LaTeX gives the captured text.',
  );

const prose = z
  .object({
    text: z.string().describe('The text, exactly as captured.'),
    unproven: z
      .literal(true)
      .describe('Present if a formula was found whose restoration failed the round-trip check.')
      .optional(),
  })
  .describe('Text that stays as it was captured.');

/** A title or an abstract in all its forms. */
export const textForms = z.object({
  ...readableText.shape,
  captured: z
    .string()
    .describe(
      'Exactly as captured; paragraphs are separated by blank lines. Absent if it is the same as `text`.',
    )
    .optional(),
  segments: listOf(
    z.xor([prose, formula]).describe('A piece of text, or a formula.'),
    'The text in pieces: `text` and `captured` of all pieces, joined, are the captured text. Absent if it has no formula, proven or not.',
  ).optional(),
});

const author = z.object({
  family: z.string().describe('Family name, or the whole of a name that has no parts.'),
  given: z.string().describe('Given names.').optional(),
});
const countOfDay = z.object({
  count: amount('The number.'),
  day: isoDate.describe('The day on which a source gave it.'),
});

/** What sources know about a paper; absent where none does. */
const knownFacts = z.object({
  authors: listOf(author.describe('A person or a group.'), 'Its authors, in order.').optional(),
  published: z
    .string()
    .describe('ISO date, month or year of publication; never the day of a capture.')
    .optional(),
  venue: z.string().describe('The journal or conference that published it.').optional(),
  doi: z.string().describe('Its DOI.').optional(),
  arxivId: z.string().describe('Its number at arXiv, without version.').optional(),
  categories: listOf(
    z.string().describe('A category: cs.CL.'),
    'Its categories at arXiv, the primary one first.',
  ).optional(),
  organisation: z.string().describe('The organisation that it is from.').optional(),
  publisherUrl: address('Its page at the publisher.').optional(),
  projectPage: address('Its project page.').optional(),
  code: address('The repository of its code.').optional(),
  stars: countOfDay.describe('The stars of that repository.').optional(),
  votes: countOfDay.describe('Its votes on the Daily Papers page.').optional(),
});

/** The fields of a paper that the JSON of a day and `papers.jsonl` share. */
export const paperFacts = z.object({
  id: slug.describe('The slug that the paper was first entered under: it never changes.'),
  url: address('Its permalink.'),
  markdownUrl: address('The same paper as Markdown, where the archive has such files.').optional(),
  links,
  hasCode: z.boolean().describe('Whether a link leads to code, or a source knows its repository.'),
  hasMath: z.boolean().describe('Whether title or abstract have formulas.'),
  ...knownFacts.shape,
});
