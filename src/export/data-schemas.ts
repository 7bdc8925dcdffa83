import { z } from 'zod';
import { dataVersion } from './data-index.ts';
import {
  address,
  amount,
  captureSize,
  datedListing,
  fullListOf,
  isoDate,
  links,
  listing,
  listOf,
  paperFacts,
  readableText,
  slug,
  textForms,
} from './schema-parts.ts';

const place = datedListing.describe('A place in a capture.');
const revision = z.object({
  title: textForms.describe('The title.'),
  abstract: textForms.describe('The abstract.'),
  links,
  captures: fullListOf(place, 'Where it stood with that revision.'),
});

const paper = z
  .object({
    ...paperFacts.shape,
    ...revision.shape,
    slug: slug.describe('The last part of its address now: another one, if it was retitled.'),
    formerSlugs: listOf(
      slug.describe('A former slug.'),
      'The last parts of addresses that it had before; they redirect.',
    ),
    captures: fullListOf(place, 'Every place where it stood, oldest first.'),
    days: fullListOf(
      isoDate.describe('A day.'),
      'The days on which it stood, each once, oldest first.',
    ),
    earlier: listOf(
      revision.describe('An earlier revision.'),
      'Revisions that were captured before this one, newest first.',
    ).optional(),
  })
  .describe('A paper: one line of papers.jsonl, or of the file of a volume, in UTF-8.');

const paperOfDay = z
  .object({
    ...paperFacts.shape,
    place: z.int().min(1).describe('Its place on the page of the day, from 1.'),
    slug: slug.describe('The last part of its address now.'),
    title: readableText.describe('The title.'),
    abstract: readableText.describe('The abstract.'),
    captures: fullListOf(listing.describe('A place in a capture.'), 'Where on this day it stood.'),
  })
  .describe('A paper of the day, with the revision that was captured last.');

const ownSchema = address('The address of this schema.');

const day = z
  .object({
    $schema: ownSchema,
    date: isoDate.describe('The day.'),
    url: address('Its page.'),
    previousUrl: address('The JSON of the day before it that has captures.').optional(),
    nextUrl: address('The JSON of the day after it that has captures.').optional(),
    captures: fullListOf(captureSize.describe('A capture.'), 'The captures of the day.'),
    papers: fullListOf(paperOfDay, 'Its papers, in the order captured.'),
  })
  .describe('A day: the union of its captures, each paper once.');

const volumeFacts = {
  volume: z
    .int()
    .min(1)
    .describe('Its number: volumes are in the order in which papers were added.'),
  papers: z.int().min(1).describe('How many papers it has.'),
  closed: z
    .boolean()
    .describe('Whether it is full: papers that are added to the archive do not change its files.'),
};

const volume = z
  .object({
    ...volumeFacts,
    url: address('The file of its papers, one a line.'),
    bytes: z.int().min(1).describe('The size of that file.'),
    sha256: z
      .string()
      .regex(/^[\da-f]{64}$/)
      .describe('The SHA-256 of that file, in hexadecimal digits.'),
  })
  .describe('A volume: one line of papers.jsonl, once the archive is too large for a single file.');

const volumeFile = z
  .object({
    name: z.string().describe('What it is: the name of such files in `files` of the index.'),
    mediaType: z.string().describe('Its media type.'),
    url: address('Its address.'),
  })
  .describe('A file of a volume.');
const listedVolume = z
  .object({ ...volumeFacts, files: listOf(volumeFile, 'The files of its papers alone.') })
  .describe('A volume.');

const file = z
  .object({
    name: z.string().describe('A short name that does not change.'),
    description: z.string().describe('What is in it.'),
    mediaType: z.string().describe('Its media type; a host may serve it under another one.'),
    url: address('Its address.').optional(),
    urlTemplate: z
      .string()
      .meta({
        description: 'The addresses of a kind of files, as a template of RFC 6570.',
        format: 'uri-template',
      })
      .optional(),
    example: address('The address of one of a kind of files.').optional(),
    schema: address('The JSON Schema of it, or of each of its lines.').optional(),
  })
  .describe('A file, or a kind of files: either `url` or `urlTemplate` is there.');

const counts = z.object({
  days: amount('Days that have captures.'),
  captures: amount('Captures.'),
  entries: amount('Entries of all captures: a paper counts for each that it stood in.'),
  papers: amount('Papers, each once.'),
});
const listedDay = z.object({
  date: isoDate.describe('The day.'),
  papers: z.int().min(1).describe('How many papers it has.'),
  url: address('Its page.'),
  dataUrl: address('The same as JSON.'),
});

const index = z
  .object({
    $schema: ownSchema,
    version: z
      .literal(dataVersion)
      .describe(
        'The version of all forms of data. New fields may come within a version; when one changes its meaning or goes, the version rises.',
      ),
    name: z.string().describe('The name of the archive.'),
    description: z.string().describe('What the archive is.'),
    language: z.string().describe('BCP 47 language of titles and abstracts.'),
    url: address('The home page.'),
    counts: counts.describe('How much there is.'),
    files: listOf(file, 'What there is.'),
    volumes: listOf(listedVolume, 'The papers in volumes, oldest first.'),
    days: listOf(listedDay.describe('A day.'), 'The days that have captures, oldest first.'),
  })
  .describe('What the archive has for programs.');

/** A paper, as a line of a file. */
export type PaperData = z.infer<typeof paper>;
/** A title or an abstract for reading. */
export type ReadableTextData = z.infer<typeof readableText>;
/** A line of `papers.jsonl` in an archive that is divided into volumes. */
export type VolumeData = z.infer<typeof volume>;
/** A revision of a paper, with the places at which it was listed. */
export type RevisionData = z.infer<typeof revision>;
/** The JSON of a day. */
export type DayData = z.infer<typeof day>;
/** The JSON that says what data there is. */
export type IndexData = z.infer<typeof index>;
/** A volume, as that JSON lists it. */
export type ListedVolumeData = z.infer<typeof listedVolume>;

const dataSchemas = {
  paper: paper.meta({ title: 'Paper' }),
  day: day.meta({ title: 'Day' }),
  volume: volume.meta({ title: 'Volume' }),
  index: index.meta({ title: 'Index' }),
};

/** The name of a data schema, for `schemaUrl`. */
export type DataSchemaName = keyof typeof dataSchemas;
export const dataSchemaNames = Object.keys(dataSchemas) as DataSchemaName[];

/**
 * Returns the JSON Schema (draft 2020-12) of a kind of data file. It allows additional fields, because a version may
 * gain some.
 * @param id its own address
 */
export function toJsonSchema(name: DataSchemaName, id: string): z.core.JSONSchema.BaseSchema {
  const { $schema, title, description, ...schema } = z.toJSONSchema(dataSchemas[name], {
    io: 'input',
    override({ jsonSchema }) {
      // Keywords that Zod adds although `format` implies them or JSON has no use for them.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      delete jsonSchema.readOnly;
    },
  });
  return { $schema, $id: id, title, description, ...schema };
}
