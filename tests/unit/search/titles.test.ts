import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchTitles } from '../../../src/search/match-titles.ts';
import { readRecords, writeRecords } from '../../../src/search/title-records.ts';
import { makeShards, shardCount, shardOf } from '../../../src/search/title-shards.ts';
import { makeRecord } from './make-record.ts';

describe('records', () => {
  test('are read as they were written', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const record = fc.record({
      title: fc
        .string({ unit: 'grapheme', minLength: 1 })
        .map((text) => text.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
      slug: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      days: fc.array(day, { minLength: 1, maxLength: 3 }),
      hasCode: fc.boolean(),
      hasMath: fc.boolean(),
      isTypeset: fc.boolean(),
      hasAuthors: fc.boolean(),
      id: fc.stringMatching(/^en_[0-9a-f]{7}$/),
    });
    const retitled = fc
      .tuple(record, fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/))
      .map(([rest, identity]) => ({ ...rest, identity }));
    fc.assert(
      fc.property(fc.array(fc.oneof(record, retitled)), (records) => {
        expect(readRecords(writeRecords(records))).toEqual(records);
      }),
    );
  });

  test('a slug that follows from the title is not written', () => {
    const expected = makeRecord('Itô’s k-Means: a 2nd Look', { slug: 'itos-k-means-a-2nd-look' });
    expect(writeRecords([expected])).not.toContain('itos');
    expect(readRecords(writeRecords([expected]))).toEqual([expected]);
  });

  test('an empty text has no titles', () => {
    expect(readRecords('')).toEqual([]);
  });
});

describe('shards', () => {
  test('all exist, and a word finds its papers in its own, by its beginning too', () => {
    const records = [makeRecord('Diffusion for all'), makeRecord('Fréchet means')];
    const shards = makeShards(records);
    expect(shards).toHaveLength(shardCount);
    const find = (word: string) => readRecords(shards[shardOf(word)] ?? '').map((r) => r.title);
    for (const word of ['di', 'diff', 'diffusion', 'all']) {
      expect(find(word)).toContain('Diffusion for all');
    }
    expect(find('frechet')).toContain('Fréchet means');
  });

  test('of a frequent word the newest papers are kept, of a rare one all', () => {
    const records = Array.from({ length: 40 }, (_, i) =>
      makeRecord(`Learning number n${i}`, { id: `en_${i}` }),
    );
    const shards = makeShards(records);
    const learning = readRecords(shards[shardOf('learning')] ?? '');
    expect(learning.map(({ id }) => id).slice(0, 3)).toEqual(['en_0', 'en_1', 'en_2']);
    expect(learning.length).toBeLessThan(20);
    expect(readRecords(shards[shardOf('n39')] ?? '').map(({ id }) => id)).toContain('en_39');
  });

  test('two builds give the same', () => {
    const records = ['One paper', 'Another paper'].map((title) => makeRecord(title));
    expect(makeShards(records)).toEqual(makeShards(structuredClone(records)));
  });
});

describe('matchTitles', () => {
  const titles = [
    'Scaling of Diffusion Models',
    'Diffusion Models Beat GANs',
    'Diffusion-Based Editing',
    'Models of Diffusion',
    'Diffusing Fréchet Means',
  ];
  const match = (query: string) =>
    matchTitles(
      titles.map((title) => makeRecord(title)),
      query,
    ).map(({ title }) => title);

  test.each<[string, string[]]>([
    // A title that begins with the query, then one that holds it, then one that has its words.
    [
      'diffusion models',
      ['Diffusion Models Beat GANs', 'Scaling of Diffusion Models', 'Models of Diffusion'],
    ],
    // Whole words before beginnings of words.
    ['editing', ['Diffusion-Based Editing']],
    ['frechet', ['Diffusing Fréchet Means']],
    ['FRÉCHET mean', ['Diffusing Fréchet Means']],
    ['diffusion gan', ['Diffusion Models Beat GANs']],
    ['usion', []],
    ['diffusion quantum', []],
    ['', []],
    ['?!', []],
  ])('%s', (query, expected) => {
    expect(match(query)).toEqual(expected);
  });

  test('among equals the order is kept, and whole words come before beginnings', () => {
    expect(match('diffus')).toEqual(titles);
    expect(match('diffusion').at(-1)).toBe('Models of Diffusion');
    expect(matchTitles([makeRecord('Modelling'), makeRecord('A model')], 'model')[0]?.title).toBe(
      'A model',
    );
  });
});
