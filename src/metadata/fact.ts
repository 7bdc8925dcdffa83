import { z } from 'zod';
import { unwrap } from '../capture/unwrap.ts';
import { readArxivId } from '../text/arxiv-id.ts';
import { authorSchema } from './metadata.ts';

const line = (most: number, error: string) => z.string(error).min(1, error).max(most, error);
const address = (error: string) =>
  z.string(error).refine((text) => {
    const url = URL.parse(text);
    return url?.protocol === 'https:' && url.username === '' && url.href === text;
  }, error);
const count = z.int('a number from 0').nonnegative('a number from 0');

/** The schemas of the values of each field; the messages complete "… must be". */
export const factValues = {
  /** Without version: `2503.03601`, `math/0211159`. */
  arxivId: z
    .string('an arXiv id without version')
    .refine((id) => readArxivId(id) === id, 'an arXiv id without version'),
  authors: z
    .array(authorSchema, 'a list of authors: {"family": "…", "given": "…"}')
    .min(1)
    .max(20_000),
  /** LaTeX as the authors wrote it, on one line. */
  title: line(5_000, 'the LaTeX of the title'),
  /** LaTeX as the authors wrote it; paragraphs are separated by a blank line. */
  abstract: line(100_000, 'the LaTeX of the abstract'),
  published: z
    .string('a date, a month or a year: 2025-03-11, 2025-03, 2025')
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date, a month or a year: 2025-03-11, 2025-03, 2025'),
  venue: line(500, 'the name of a journal or conference'),
  doi: z.string('a DOI: 10.1000/182').regex(/^10\.\d{4,9}\/\S{1,300}$/, 'a DOI: 10.1000/182'),
  categories: z
    .array(z.string().regex(/^[a-z-]+(\.[A-Za-z-]{2,})?$/), 'a list of arXiv categories: "cs.CL"')
    .min(1)
    .max(50),
  organisation: line(500, 'the name of an organisation'),
  url: address('an https: address'),
  projectPage: address('an https: address'),
  code: address('an https: address'),
  stars: count,
  votes: count,
  /** A record of the source that may be the paper, and what the maintainer decided. */
  candidate: z.strictObject(
    {
      /** By what it is accepted or refused: its arXiv id, its DOI, or its key in a bibliography. */
      id: line(300, 'an id'),
      title: line(5_000, 'the title of the record').optional(),
      /** Why they may be the same, as text for people. */
      reason: line(300, 'a reason').optional(),
      decision: z.enum(['open', 'accepted', 'refused'], 'open, accepted or refused'),
    },
    'a record: {"id": "…", "title": "…", "decision": "open"}',
  ),
};
/** The name of what a fact says about a paper. */
export type FactField = keyof typeof factValues;

/** How a source's record was found to be the paper. */
export const matchKinds = ['id', 'text', 'title', 'maintainer'] as const;

const common = {
  /** The identity of the paper: the slug under which it was first entered. */
  paper: line(80, 'the slug under which the paper was first entered'),
  /** Who says so: `arxiv`, `huggingface`, or the name of a bibliography. */
  source: z
    .string('the name of a source: letters, digits and hyphens')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the name of a source: letters, digits and hyphens'),
  /** ISO date at which the source said it. */
  date: z.iso.date('an ISO date: 2025-03-11'),
  /**
   * `id`: the arXiv id or the DOI is the same; `text`: title and abstract are; `title`: the title is, which is unique
   * on both sides, and the source has no abstract; `maintainer`: the maintainer said so. For an open candidate it
   * is what both have in common.
   */
  match: z.enum(matchKinds, `one of ${matchKinds.join(', ')}`),
};

const variant = <Field extends FactField>(field: Field) =>
  z.strictObject({ ...common, field: z.literal(field), value: factValues[field] });

/** The schema of a line of `seeds/metadata.jsonl`: one fact. */
export const factSchema = z.discriminatedUnion(
  'field',
  [
    variant('arxivId'),
    variant('authors'),
    variant('title'),
    variant('abstract'),
    variant('published'),
    variant('venue'),
    variant('doi'),
    variant('categories'),
    variant('organisation'),
    variant('url'),
    variant('projectPage'),
    variant('code'),
    variant('stars'),
    variant('votes'),
    variant('candidate'),
  ],
  `one of ${Object.keys(factValues).join(', ')}`,
);
/**
 * What a source says about a paper in one respect.
 *
 *     {"paper":"light-bridge","field":"venue","value":"ICLR","source":"bibliography","date":"2026-11-29","match":"title"}
 */
export type Fact = z.infer<typeof factSchema>;
/** A record of a source that may be a paper. */
export type CandidateFact = Extract<Fact, { field: 'candidate' }>;
/** What a source says about a paper, by field. */
export type FactValues = {
  [Field in Exclude<FactField, 'candidate'>]?: Extract<Fact, { field: Field }>['value'];
};

/** The categories of arXiv among words: authors and feeds add classes of other systems, `68T01`, `Technology`. */
export const listCategories = (words: readonly string[]): string[] =>
  words.filter((word) => /^(?:[a-z-]+\.[A-Za-z-]{2,}|[a-z]+-[a-z]+)$/.test(word));

/** The values that are valid as facts, with names on one line and without invisible characters. */
export function validValues(values: Readonly<Record<string, unknown>>): FactValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const schema = Object.hasOwn(factValues, field) ? factValues[field as FactField] : undefined;
      const shown = ['authors', 'venue', 'organisation'].includes(field) ? onOneLine(value) : value;
      return shown !== undefined && schema?.safeParse(shown).success ? [[field, shown]] : [];
    }),
  );
}

function onOneLine(value: unknown): unknown {
  if (typeof value === 'string') return unwrap(value).join(' ');
  if (Array.isArray(value)) return value.map(onOneLine);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, onOneLine(part)]));
}

/** The text of `metadata.jsonl`: a line for each fact, sorted and each once, so that branches merge line by line. */
export function serialiseFacts(facts: readonly Fact[]): string {
  const lines = facts.map(({ paper, field, value, source, date, match }) =>
    JSON.stringify({ paper, field, value, source, date, match }),
  );
  return [...new Set(lines)]
    .sort()
    .map((text) => `${text}\n`)
    .join('');
}
