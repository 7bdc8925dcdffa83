import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { type ExportIndex, writeDataIndex } from '../../../src/export/data-index.ts';
import { type DataSchemaName, toJsonSchema } from '../../../src/export/data-schemas.ts';
import { writeDay } from '../../../src/export/day-json.ts';
import { toPaperData } from '../../../src/export/paper-json.ts';
import { everyFact, hardPaper, makeExportPaper } from './make-export-paper.ts';

const id = 'https://example.org/archive/api/schemas/v3/x.schema.json';
const known = { metadata: everyFact, arxivId: '2503.01234' };
const day = {
  date: '2025-03-14',
  url: 'https://example.org/archive/days/2025-03-14/',
  previousUrl: 'https://example.org/archive/api/days/2025-03-11.json',
  nextUrl: 'https://example.org/archive/api/days/2025-03-15.json',
  captures: [{ name: 'second.txt', size: 1 }],
  entries: [
    { paper: hardPaper, listings: [{ capture: 'second.txt', rank: 1 }] },
    { paper: makeExportPaper(known), listings: [{ capture: 'second.txt', rank: 2 }] },
  ],
};
const index: ExportIndex = {
  name: 'An archive',
  description: 'Papers.',
  language: 'en',
  url: 'https://example.org/archive/',
  counts: { days: 1, captures: 1, entries: 1, papers: 1 },
  files: [
    {
      name: 'papers',
      description: 'All.',
      mediaType: 'application/jsonl',
      url: 'https://example.org/archive/api/papers.jsonl',
      schema: id,
    },
    {
      name: 'day',
      description: 'A day.',
      mediaType: 'application/json',
      url: 'https://example.org/archive/api/days/{date}.json',
      example: 'https://example.org/archive/api/days/2025-03-14.json',
    },
  ],
  volumes: [
    {
      ...{ volume: 1, papers: 1, closed: false },
      files: [
        {
          name: 'volume-markdown',
          mediaType: 'text/markdown',
          url: 'https://example.org/archive/volumes/1.md',
        },
      ],
    },
  ],
  days: [
    {
      date: '2025-03-14',
      papers: 1,
      url: 'https://example.org/archive/days/2025-03-14/',
      dataUrl: 'https://example.org/archive/api/days/2025-03-14.json',
    },
  ],
};

/** Records of each kind of data file, as programs read them. */
const records: Record<DataSchemaName, string[]> = {
  paper: [makeExportPaper(), hardPaper, makeExportPaper(known)].map((paper) =>
    JSON.stringify(toPaperData(paper)),
  ),
  day: [writeDay(day, id)],
  volume: [
    JSON.stringify({
      ...{ volume: 1, papers: 1024, closed: true, bytes: 4_000_000, sha256: 'a5'.repeat(32) },
      url: 'https://example.org/archive/volumes/1.jsonl',
    }),
  ],
  index: [writeDataIndex(index, id)],
};

/** What the tests read of a JSON Schema. */
interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
}

/** The schema as it is served. */
const serve = (name: DataSchemaName): JsonSchema =>
  JSON.parse(JSON.stringify(toJsonSchema(name, id)));

function compile(schema: object): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

/** Every schema within a schema that a value of the data has, with its path. */
function* walk(schema: JsonSchema, path = ''): Generator<[path: string, schema: JsonSchema]> {
  yield [path, schema];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    yield* walk(inner, `${path}/${name}`);
  }
  if (schema.items) yield* walk(schema.items, `${path}/*`);
  for (const inner of schema.oneOf ?? []) yield* walk(inner, path);
}

/** A value with each of its fields, in turn, gone or of another type. */
function* spoil(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      for (const spoiled of spoil(item)) yield value.with(i, spoiled);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, own] of Object.entries(value)) {
      yield { ...value, [name]: null };
      for (const spoiled of spoil(own)) yield { ...value, [name]: spoiled };
    }
  }
}

describe.each(Object.keys(records) as DataSchemaName[])('the schema of a %s', (name) => {
  const schema = serve(name);

  test('is of the draft 2020-12, at its own address, and describes every field', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: id,
    });
    const bare = [...walk(schema)].filter(([, { description }]) => !/\.$/.test(description ?? ''));
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test('knows every field of the data, and the data has every field of it', () => {
    const paths = new Set<string>();
    const look = (value: unknown, path = ''): void => {
      paths.add(path);
      if (Array.isArray(value)) for (const item of value) look(item, `${path}/*`);
      else if (typeof value === 'object' && value !== null)
        for (const [field, own] of Object.entries(value)) look(own, `${path}/${field}`);
    };
    for (const record of records[name]) look(JSON.parse(record));
    // A field is known wherever it stands: revisions are alike, and so are titles and abstracts.
    const known = (list: Iterable<string>): string[] =>
      [
        ...new Set(
          [...list].map((path) => path.replace('/earlier/*', '').replace('title', 'abstract')),
        ),
      ].sort();
    expect(known(paths)).toEqual(known([...walk(schema)].map(([path]) => path)));
  });

  test('takes the data', () => {
    const validate = compile(schema);
    expect(records[name].filter((record) => !validate(JSON.parse(record)))).toEqual([]);
  });

  test('refuses data of which any field is not what it should be', () => {
    const validate = compile(schema);
    for (const record of records[name]) {
      for (const spoiled of spoil(JSON.parse(record))) {
        expect(validate(spoiled), JSON.stringify(spoiled)).toBe(false);
      }
    }
  });
});

test.each([
  ['a date that is none', { days: ['2025-13-01'] }],
  ['an address that is none', { url: '/papers/a-paper/' }],
  ['a slug that is none', { id: 'A Paper' }],
  ['no place', { captures: [] }],
])('a paper with %s is refused', (_what, own) => {
  const paper = JSON.parse(JSON.stringify(toPaperData(makeExportPaper())));
  const validate = compile(serve('paper'));
  expect(validate(paper)).toBe(true);
  expect(validate({ ...paper, ...own })).toBe(false);
});
