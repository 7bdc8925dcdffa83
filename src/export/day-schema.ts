import {
  address,
  amount,
  date,
  flag,
  type JsonSchema,
  links,
  listOf,
  objectOf,
  readableForms,
  schemaDocument,
  slug,
  text,
} from './schema-parts.ts';

/** The schema of the JSON of a day. @param id its own address */
export function daySchema(id: string): JsonSchema {
  const paper = objectOf('A paper of the day, with the revision that was captured last.', {
    place: amount('Its place on the page of the day, from 1.', 1),
    id: slug('The slug that the paper was first entered under: it never changes.'),
    slug: slug('The last part of its address now.'),
    url: address('Its permalink.'),
    'markdownUrl?': address('The same paper as Markdown, where the archive has such files.'),
    title: objectOf('The title.', readableForms),
    abstract: objectOf('The abstract.', readableForms),
    links,
    hasCode: flag('Whether a link leads to code.'),
    hasMath: flag('Whether title or abstract have formulas.'),
    captures: listOf(
      'Where on this day it stood.',
      objectOf('A place in a capture.', {
        capture: text('The name of the file of the capture.'),
        rank: amount('The place in the capture, from 1.', 1),
      }),
      1,
    ),
  });
  const day = objectOf('A day: the union of its captures, each paper once.', {
    $schema: address('The address of this schema.'),
    date: date('The day.'),
    url: address('Its page.'),
    'previousUrl?': address('The JSON of the day before it that has captures.'),
    'nextUrl?': address('The JSON of the day after it that has captures.'),
    captures: listOf(
      'The captures of the day.',
      objectOf('A capture.', {
        name: text('The name of its file.'),
        size: amount('How many entries it holds.', 1),
      }),
      1,
    ),
    papers: listOf('Its papers, in the order captured.', paper, 1),
  });
  return schemaDocument(id, 'Day', day);
}
