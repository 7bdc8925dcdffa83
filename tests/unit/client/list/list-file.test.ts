import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseList, serialiseList } from '../../../../src/client/list/list-file.ts';
import { anyList, makeEntry } from './make-entry.ts';

const file = (papers: unknown, rest: object = {}): string =>
  JSON.stringify({ format: 'dayleaf-reading-list', version: 1, papers, ...rest });

test('any list that is written is read back', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      const read = parseList(serialiseList(list));
      expect(new Map(read.map((e) => [e.id, e]))).toEqual(new Map(list.map((e) => [e.id, e])));
      expect(read).toHaveLength(list.length);
    }),
  );
});

test('the order of a list does not matter to its file', () => {
  const [a, b] = ['a', 'b'].map((id) => makeEntry({ id }));
  expect(serialiseList([a, b])).toBe(serialiseList([b, a]));
});

test('the order of the fields of an entry does not matter to its file', () => {
  const { id, ...rest } = makeEntry({ note: 'n' });
  expect(serialiseList([{ ...rest, id }])).toBe(serialiseList([{ id, ...rest }]));
});

test('the format is what it says it is', () => {
  expect(JSON.parse(serialiseList([makeEntry({ note: 'n' })]))).toEqual({
    format: 'dayleaf-reading-list',
    version: 1,
    papers: [
      {
        id: 'a-paper',
        slug: 'a-paper',
        title: 'A Paper',
        day: '2025-03-11',
        savedAt: '2025-04-01T08:00:00.000Z',
        note: 'n',
        changedAt: '2025-04-01T08:00:00.000Z',
      },
    ],
  });
});

test('fields of a later version are left alone, and do not come in', () => {
  const papers = [{ ...makeEntry(), stars: 5, __proto__: { polluted: true } }];
  expect(parseList(file(papers, { exportedBy: 'x' }))).toEqual([makeEntry()]);
});

test('a file that begins with a byte order mark is read', () => {
  expect(parseList(`\uFEFF${file([makeEntry()])}`)).toEqual([makeEntry()]);
});

describe('a bad file says what is wrong and where', () => {
  test.each([
    ['', /^This is not a JSON file: Unexpected end of JSON input/],
    ['{"format": "dayleaf-reading-list",\n  oops', /^This is not a JSON file: .*position 37/],
    ['null', /^This is not a reading list: its "format"/],
    ['[]', /^This is not a reading list/],
    ['{"format": "bibtex"}', /^This is not a reading list/],
    [file([], { version: 2 }), /^This list has version 2; only version 1/],
    [file([], { version: undefined }), /^This list has version undefined/],
    [file('none'), /^papers must be a list of 100,000 papers at most$/],
    [file([null]), /^papers\[0\] must be an object$/],
    [file([makeEntry(), 7]), /^papers\[1\] must be an object$/],
    [file([makeEntry({ id: '../x' })]), /^papers\[0\]\.id must be lower-case words joined by hyph/],
    [file([makeEntry({ slug: 'a//b' })]), /^papers\[0\]\.slug must be/],
    [file([makeEntry({ slug: 'javascript:x' })]), /^papers\[0\]\.slug must be/],
    [file([{ ...makeEntry(), title: 7 }]), /^papers\[0\]\.title must be a title of 1 to 2000/],
    [file([makeEntry({ title: 'x'.repeat(2001) })]), /^papers\[0\]\.title must be/],
    [file([{ ...makeEntry(), title: undefined }]), /^papers\[0\] must have slug, title and day/],
    [file([{ ...makeEntry(), changedAt: undefined }]), /^papers\[0\]\.changedAt is missing$/],
    [file([makeEntry({ day: '2025-13-41' })]), /^papers\[0\]\.day must be a date such as/],
    [file([makeEntry({ savedAt: 'today' })]), /^papers\[0\]\.savedAt must be a time such as/],
    [file([makeEntry({ savedAt: '2025-99-01T00:00:00.000Z' })]), /^papers\[0\]\.savedAt must be/],
    [
      file([{ ...makeEntry(), note: {} }]),
      /^papers\[0\]\.note must be text of 50,000 characters at most$/,
    ],
    [file([makeEntry({ savedAt: undefined })]), /^papers\[0\] must have one of savedAt, readAt/],
    [file([makeEntry(), makeEntry()]), /^papers\[1\]\.id is "a-paper", as papers\[0\]\.id is/],
  ])('%s', (text, message) => {
    expect(() => parseList(text)).toThrow(message);
  });

  test('the first faults of many are told, and how many more there are', () => {
    const papers = Array.from({ length: 9 }, () => makeEntry({ day: 'x' }));
    const lines = (() => {
      try {
        parseList(file(papers));
      } catch (error) {
        return (error as Error).message.split('\n');
      }
    })();
    expect(lines).toHaveLength(6);
    expect(lines?.[4]).toMatch(/^papers\[4\]\.day/);
    expect(lines?.[5]).toBe('and 4 more');
  });

  test('any text is read or refused with a message, never otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((v) => file(v)),
        ),
        (text) => {
          try {
            parseList(text);
          } catch (error) {
            expect((error as Error).message).toMatch(/^(This|papers)/);
          }
        },
      ),
    );
  });
});
