import { describe, expect, it } from 'vitest';
import { type Fact, serialiseFacts } from '../../../src/metadata/fact.ts';
import { parseFacts } from '../../../src/metadata/parse-facts.ts';

const fact: Fact = {
  ...{ paper: 'a-paper', field: 'venue', value: 'ICLR', source: 'books' },
  ...{ date: '2025-03-11', match: 'title' },
};
const write = (changes: object): string => JSON.stringify({ ...fact, ...changes });

describe('parseFacts', () => {
  it('reads what serialiseFacts writes, sorted and each once', () => {
    const other: Fact = { ...fact, paper: 'a' };
    const text = serialiseFacts([fact, other, fact]);
    expect(parseFacts('m.jsonl', text)).toEqual({
      facts: [
        { ...other, line: 1 },
        { ...fact, line: 2 },
      ],
      problems: [],
    });
  });

  it.each([
    ['no JSON', '{"paper": }', 11, 'metadata/not-json'],
    ['a conflict marker', '<<<<<<< HEAD', 1, 'metadata/conflict'],
    ['a list', '[]', 1, 'metadata/not-object'],
    ['an unknown field of a fact', write({ field: 'smell' }), 28, 'metadata/field'],
    ['a value of another type', write({ value: 3 }), 44, 'metadata/field'],
    [
      'an address that runs code',
      write({ field: 'url', value: 'javascript:0' }),
      42,
      'metadata/field',
    ],
    ['a further key', write({ x: 1 }), 104, 'metadata/field'],
    ['deep nesting', '['.repeat(100_000), 17, 'metadata/not-json'],
  ])('reports %s with its place', (_, line, column, code) => {
    const { facts, problems } = parseFacts('m.jsonl', `\n${line}\n${write({})}`);
    expect(facts).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ file: 'm.jsonl', line: 2, column, code })]);
  });
});
