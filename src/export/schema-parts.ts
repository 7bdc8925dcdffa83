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

/** A list of the data, each item of which has its own description. */
export const listOf = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).readonly().describe(description);
/** A list that has at least one item. */
export const fullListOf = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).min(1).readonly().describe(description);
/** An absolute address. */
export const address = (description: string) => z.url().describe(description);
/** A number of things. */
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

/** A title or an abstract as text, in its two forms that are for reading. */
export const readableText = z.object({
  text: z.string().describe('One line of plain text, formulas as readable Unicode: O(n²).'),
  restored: z
    .string()
    .describe(
      'As captured, but with each restored formula as LaTeX between dollar signs; nothing is cleaned or escaped.',
    ),
});

/** What the JSON of a day and a line of `papers.jsonl` both say of a paper. */
export const paperFacts = z.object({
  id: slug.describe('The slug that the paper was first entered under: it never changes.'),
  url: address('Its permalink.'),
  markdownUrl: address('The same paper as Markdown, where the archive has such files.').optional(),
  links,
  hasCode: z.boolean().describe('Whether a link leads to code.'),
  hasMath: z.boolean().describe('Whether title or abstract have formulas.'),
});
