import { z } from 'zod';

const name = z.string().min(1).max(500);
/** An ISO date of the calendar. */
const isoDate = z.iso.date();
const count = z.int().nonnegative();

/** The schema of `Author`. */
export const authorSchema = z.strictObject({
  /** The family name, or the whole of a name that has no parts: `OpenAI`. */
  family: name,
  given: name.optional(),
});
/** A person, or a group, as author: `{ family: 'de Bortoli', given: 'Valentin' }`. */
export type Author = z.infer<typeof authorSchema>;

/** A number that changes with time: `{ count: 42, day: '2025-03-11' }`. */
const countSchema = z.object({
  count,
  /** ISO date of the day on which a source gave it. */
  day: isoDate,
});

/**
 * The schema of what is known about a paper besides title and abstract, from any source. Unknown fields are absent.
 */
export const metadataSchema = z.object({
  /** In the order of the paper. */
  authors: z.array(authorSchema).min(1).optional(),
  /** ISO date, month or year of publication: `2025-03-11`, `2025-03`, `2025`. */
  published: z.string().optional(),
  /** Journal or conference. */
  venue: z.string().optional(),
  doi: z.string().optional(),
  /** arXiv categories, the primary one first: `cs.CL`. */
  categories: z.array(z.string()).min(1).optional(),
  organisation: z.string().optional(),
  /** `https:` address of the paper at its publisher. */
  url: z.string().optional(),
  /** `https:` address. */
  projectPage: z.string().optional(),
  /** `https:` address of a repository. */
  code: z.string().optional(),
  /** Stars of that repository. */
  stars: countSchema.optional(),
  /** Votes on the Daily Papers page. */
  votes: countSchema.optional(),
});
/** What is known about a paper besides title and abstract. */
export type PaperMetadata = z.infer<typeof metadataSchema>;

/** The authors' own text of a paper, before the channel: LaTeX, as arXiv has it. */
export interface AuthorsLatex {
  title?: string;
  abstract?: string;
}
