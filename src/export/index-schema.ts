import { dataVersion } from './data-index.ts';
import {
  address,
  amount,
  date,
  type JsonSchema,
  listOf,
  objectOf,
  schemaDocument,
  text,
} from './schema-parts.ts';

/** The schema of the index of all data. @param id its own address */
export function indexSchema(id: string): JsonSchema {
  const file = objectOf('A file, or a kind of files: either `url` or `urlTemplate` is there.', {
    name: text('A short name that does not change.'),
    description: text('What is in it.'),
    mediaType: text('Its media type; a host may serve it under another one.'),
    'url?': address('Its address.'),
    'urlTemplate?': {
      ...text('The addresses of a kind of files, as a template of RFC 6570.'),
      format: 'uri-template',
    },
    'example?': address('The address of one of a kind of files.'),
    'schema?': address('The JSON Schema of it, or of each of its lines.'),
  });
  const index = objectOf('What the archive has for programs.', {
    $schema: address('The address of this schema.'),
    version: {
      ...amount(
        'The version of all forms of data. New fields may come within a version; when one changes its meaning or goes, the version rises.',
      ),
      const: dataVersion,
    },
    name: text('The name of the archive.'),
    description: text('What the archive is.'),
    language: text('BCP 47 language of titles and abstracts.'),
    url: address('The home page.'),
    counts: objectOf('How much there is.', {
      days: amount('Days that have captures.'),
      captures: amount('Captures.'),
      entries: amount('Entries of all captures: a paper counts for each that it stood in.'),
      papers: amount('Papers, each once.'),
    }),
    files: listOf('What there is.', file),
    days: listOf(
      'The days that have captures, oldest first.',
      objectOf('A day.', {
        date: date('The day.'),
        papers: amount('How many papers it has.', 1),
        url: address('Its page.'),
        dataUrl: address('The same as JSON.'),
      }),
    ),
  });
  return schemaDocument(id, 'Index', index);
}
