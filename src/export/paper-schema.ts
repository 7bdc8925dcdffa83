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

const yes = (description: string): JsonSchema => ({ ...flag(description), const: true });

const formula = objectOf('A formula, restored and proven.', {
  captured: text('The stretch of the capture that it stands for.'),
  latex: text('What the authors most probably wrote between the dollar signs.'),
  'probability?': {
    description: 'How sure the restoration is.',
    type: 'number',
    minimum: 0,
    maximum: 1,
  },
  'corrected?': yes('There where the maintainer of the archive wrote the formula.'),
});

const prose = objectOf('Text that stays as it was captured.', {
  text: text('The text, to the letter.'),
  'unproven?': yes('There where a formula was seen and its restoration could not be proven.'),
});

const textForms = (description: string): JsonSchema =>
  objectOf(description, {
    ...readableForms,
    captured: text('As it was captured, to the letter; a blank line parts paragraphs.'),
    segments: listOf(
      'The text in pieces: the `text` and `captured` of all, joined, are what was captured.',
      { description: 'A stretch of text, or a formula.', oneOf: [prose, formula] },
    ),
  });

const revision = {
  title: textForms('The title.'),
  abstract: textForms('The abstract.'),
  links,
};

const places = (description: string): JsonSchema =>
  listOf(
    description,
    objectOf('A place in a capture.', {
      day: date('The day of the page that was captured.'),
      capture: text('The name of the file of the capture.'),
      rank: amount('The place in the capture, from 1.', 1),
    }),
    1,
  );

/** The schema of a line of `papers.jsonl`. @param id its own address */
export function paperSchema(id: string): JsonSchema {
  const paper = objectOf('A paper: one line of papers.jsonl, in UTF-8.', {
    id: slug('The slug that the paper was first entered under: it never changes.'),
    slug: slug('The last part of its address now: another one, if it was retitled.'),
    formerSlugs: listOf(
      'The last parts of addresses that it had before; they redirect.',
      slug('A former slug.'),
    ),
    url: address('Its permalink.'),
    'markdownUrl?': address('The same paper as Markdown, where the archive has such files.'),
    ...revision,
    captures: places('Every place where it stood, oldest first.'),
    days: listOf('The days on which it stood, each once, oldest first.', date('A day.'), 1),
    hasCode: flag('Whether a link leads to code.'),
    hasMath: flag('Whether title or abstract have formulas.'),
    'authors?': listOf(
      'Its authors, in order, where a source names them: text captures do not.',
      objectOf('A person.', {
        family: text('Family name, or the whole of a name that has no parts.'),
        'given?': text('Given names.'),
      }),
    ),
    'published?': text(
      'ISO date, month or year of publication, where a source knows it; never the day of a capture.',
    ),
    'arxivId?': text('Its number at arXiv, where a source knows it.'),
    'earlier?': listOf(
      'Revisions that were captured before this one, newest first.',
      objectOf('An earlier revision.', {
        ...revision,
        captures: places('Where it stood with that revision.'),
      }),
    ),
  });
  return schemaDocument(id, 'Paper', paper);
}
