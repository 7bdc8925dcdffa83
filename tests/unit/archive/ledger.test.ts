import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger, serialiseLedger } from '../../../src/archive/ledger.ts';
import { parseLedger } from '../../../src/archive/parse-ledger.ts';
import { CaptureError, type Problem } from '../../../src/capture/problem.ts';
import { runs } from '../../tier.ts';

const file = 'seeds/ledger.json';
const sha = 'a'.repeat(64);
const capture = { sha256: sha, name: 'a.txt', day: '2025-03-11', formerDays: [] };
const paper = {
  slug: 'light-bridge',
  formerSlugs: [],
  title: 'Light Bridge',
  firstDay: '2025-03-11',
  texts: ['0123456789abcdef'],
};

/** The problems of a ledger's text. */
function problemsOf(text: string): readonly Problem[] {
  try {
    parseLedger(file, text);
  } catch (error) {
    if (error instanceof CaptureError) return error.problems;
    throw error;
  }
  return [];
}

/** The text of a ledger with other records than are right. */
const write = (captures: readonly unknown[], papers: readonly unknown[] = []) =>
  serialiseLedger({ version: 1, captures, papers } as Ledger);

const places = (text: string) =>
  problemsOf(text).map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

/** What is said of a field, or of an item of a list; the words of the schema, not those of zod. */
const says = (field: string): RegExp =>
  new RegExp(`^${field}(\\[\\d\\])? must be (a (list|date|title)|the name|64 |16 |lower-case)`);

it('leaves the subject class of an early arXiv id out, and refuses what is no id', () => {
  const arxivOf = (arxiv: string) =>
    parseLedger(file, write([capture], [{ ...paper, arxiv }])).papers[0]?.arxiv;
  expect(arxivOf('math.GT/0309136')).toBe('math/0309136');
  expect(arxivOf('2503.03601')).toBe('2503.03601');
  expect(() => arxivOf('2503')).toThrow('arxiv must be an arXiv id');
});

describe('serialiseLedger', () => {
  it('writes one record a line', () => {
    const other = { ...capture, sha256: 'b'.repeat(64) };
    expect(write([capture, other], [paper]).split('\n')).toEqual([
      '{',
      '  "version": 1,',
      '  "captures": [',
      `    ${JSON.stringify(capture)},`,
      `    ${JSON.stringify(other)}`,
      '  ],',
      '  "papers": [',
      `    ${JSON.stringify(paper)}`,
      '  ]',
      '}',
      '',
    ]);
  });

  it('is the inverse of parseLedger, for any ledger', () => {
    const hex = (length: number) =>
      fc
        .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
        .map((d) => d.join(''));
    const day = fc
      .tuple(
        fc.integer({ min: 2000, max: 9999 }),
        fc.integer({ min: 10, max: 12 }),
        fc.integer({ min: 10, max: 28 }),
      )
      .map((parts) => parts.join('-'));
    const text = fc.string({ unit: 'binary', minLength: 1 });
    const captures = fc.uniqueArray(
      fc.record({ sha256: hex(64), name: text, day, formerDays: fc.array(day) }),
      { selector: (c) => c.sha256 },
    );
    const papers = fc
      .array(fc.tuple(text, day, fc.array(hex(16)), fc.nat(3), fc.boolean()))
      .map((list) =>
        list.map(([title, firstDay, texts, former, hasId], i) => ({
          slug: `paper-${i}`,
          ...(hasId && former > 0 && { id: `former-${i}-0` }),
          formerSlugs: Array.from({ length: former }, (_, j) => `former-${i}-${j}`),
          title,
          firstDay,
          texts,
        })),
      );
    fc.assert(
      fc.property(captures, papers, (c, p) => {
        const ledger: Ledger = { version: 1, captures: c, papers: p };
        expect(parseLedger(file, serialiseLedger(ledger))).toEqual(ledger);
      }),
    );
  });

  it('writes the empty ledger, too', () => {
    expect(parseLedger(file, serialiseLedger(emptyLedger))).toEqual(emptyLedger);
  });
});

describe('parseLedger', () => {
  it.each([
    ['nothing', '', '1:1'],
    ['a word', 'hello', '1:1'],
    ['a comma too many', '{\n  "version": 1,\n}', '3:1'],
    ['a text cut short', '{\n  "version": 1,\n  "captures": [', '3:16'],
  ])('says where %s is not JSON', (_, text, place) => {
    expect(places(text)).toEqual([`${file}:${place} ledger/not-json`]);
  });

  it.each(['{\n  "version": 1,\n}', '{\n"a": x\n}', '{"a": "b\nc"}', ''])(
    'says why in one line: %j',
    (text) => {
      const [problem] = problemsOf(text);
      expect(problem?.message).toMatch(/^This cannot be read as JSON: [^\n]+\.$/);
    },
  );

  it('reads a ledger with a byte order mark and CRLF', () => {
    const text = write([capture], [paper]);
    expect(parseLedger(file, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(
      parseLedger(file, text),
    );
  });

  it.each(['[', '{"version":1,"captures":['])('points at where %s goes too deep', (text) => {
    const [place] = places(text.repeat(100_000 / text.length));
    expect(place).toMatch(/^seeds\/ledger.json:1:\d+ ledger\/not-json$/);
    expect(Number(place?.split(':')[2]?.split(' ')[0])).toBeLessThan(300);
  });

  it('counts no brackets of texts as levels', () => {
    const text = write([capture], [{ ...paper, title: `${'[{'.repeat(50)}\\"[[` }]);
    expect(places(text)).toEqual([]);
  });

  it.each([
    'null',
    '[]',
    '1',
    '"x"',
    '{}',
    '{"version":2,"captures":[],"papers":[]}',
    '{"version":1,"captures":{},"papers":[]}',
  ])('says that %s is no ledger', (text) => {
    expect(places(text)).toEqual([`${file}:1:1 ledger/shape`]);
  });

  it.each<[string, object]>([
    ['sha256', { sha256: 'A'.repeat(64) }],
    ['sha256', { sha256: 'a'.repeat(63) }],
    ['name', { name: '' }],
    ['name', { name: undefined }],
    ['day', { day: '11.3.2025' }],
    ['day', { day: '2025-02-30' }],
    ['day', { day: undefined }],
    ['day', { day: null }],
    ['day', { day: ['2025-03-11'] }],
    ['formerDays', { formerDays: ['soon'] }],
    ['formerDays', { formerDays: undefined }],
  ])('says that a capture’s %s is wrong, and where: %o', (field, change) => {
    const [problem, ...others] = problemsOf(
      write([
        { ...capture, sha256: 'b'.repeat(64) },
        { ...capture, ...change },
      ]),
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'ledger/field', file });
    expect(problem?.message).toMatch(says(`captures\\[1\\].${field}`));
    if (field !== 'sha256') expect(problem?.line).toBe(5);
  });

  it.each<[string, object]>([
    ['slug', { slug: '../x' }],
    ['slug', { slug: 'Light' }],
    ['slug', { slug: '-a' }],
    ['slug', { slug: 'a'.repeat(81) }],
    ['slug', { slug: 'index' }],
    ['id', { id: 'a'.repeat(300), formerSlugs: [] }],
    ['id', { id: 'A B' }],
    ['id', { id: null }],
    ['formerSlugs', { formerSlugs: ['..'] }],
    ['formerSlugs', { formerSlugs: ['con', 'x'] }],
    ['formerSlugs', { formerSlugs: 'a' }],
    ['title', { title: 1 }],
    ['firstDay', { firstDay: '2025' }],
    ['texts', { texts: ['xyz'] }],
    ['texts', { texts: '0123456789abcdef' }],
    ['firstDay', { firstDay: '2025-02-29' }],
    ['firstDay', { firstDay: undefined }],
    ['firstDay', { firstDay: 20250311 }],
    ['slug', { slug: 'light--bridge' }],
    ['slug', { slug: undefined }],
    ['formerSlugs', { formerSlugs: [1] }],
    ['sketch', { sketch: 'a'.repeat(63) }],
  ])('says that a paper’s %s is wrong, and where: %o', (field, change) => {
    const [problem, ...others] = problemsOf(write([capture], [{ ...paper, ...change }]));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'ledger/field', file });
    expect(problem?.message).toMatch(says(`papers\\[0\\].${field}`));
    expect(problem?.line).toBe(7);
    expect(problem?.hint).toMatch('version control');
  });

  it('points at the value that is wrong, and at the record where it is missing', () => {
    const line = `    ${JSON.stringify({ ...paper, firstDay: 'x' })}`;
    expect(places(write([], [{ ...paper, firstDay: 'x' }]))).toEqual([
      `${file}:5:${line.indexOf('"x"') + 1} ledger/field`,
    ]);
    expect(places(write([], [{ ...paper, firstDay: undefined }]))).toEqual([
      `${file}:5:5 ledger/field`,
    ]);
  });

  it.each([
    [
      'a field of a paper',
      '"title":"Light Bridge"',
      '"title":"Light","title":"Dark"',
      'papers[0].title',
    ],
    [
      'a field of a capture',
      '"day":"2025-03-11"',
      '"day":"2025-03-11","day":"2025-03-12"',
      'captures[0].day',
    ],
    ['a list', '"papers": [', '"papers": [], "papers": [', 'papers'],
  ])('refuses %s that is given twice, of which JSON would take the last', (_, from, to, name) => {
    expect(problemsOf(write([capture], [paper]).replace(from, to))).toMatchObject([
      { code: 'ledger/field', message: `${name} is given twice.` },
    ]);
  });

  it.each([
    ['of a paper', '"title":', '"titel":"x","title":', 'papers[0].titel', 7],
    ['of a capture', '"name":', '"year":2025,"name":', 'captures[0].year', 4],
    ['of the ledger', '"papers"', '"notes": [],\n  "papers"', 'notes', 6],
  ])(
    'refuses a field %s that nothing reads, for writing it again would lose it',
    (_, from, to, name, line) => {
      expect(problemsOf(write([capture], [paper]).replace(from, to))).toMatchObject([
        { code: 'ledger/field', line, message: `${name} is not a field of the ledger.` },
      ]);
    },
  );

  it('refuses an identity that is none of the paper’s slugs', () => {
    const lost = { ...paper, id: 'dark', formerSlugs: ['dim'] };
    expect(problemsOf(write([], [lost]))).toMatchObject([
      {
        code: 'ledger/nowhere',
        line: 5,
        message: expect.stringContaining('papers[0].id is "dark"'),
      },
    ]);
    expect(problemsOf(write([], [{ ...lost, formerSlugs: ['dim', 'dark'] }]))).toEqual([]);
  });

  it('never throws anything but its own errors, whatever is changed in a ledger', () => {
    const text = write(
      [capture],
      [paper, { ...paper, slug: 'dark', formerSlugs: ['dim'], id: 'dim' }],
    );
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('{', '}', '[', ']', ',', '"', ':', 'null', '1', '"slug":"x",', '{}', '[[]]'),
    );
    const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(20), piece), { maxLength: 3 });
    fc.assert(
      fc.property(edits, (list) => {
        let changed = text;
        for (const [at, length, put] of list)
          changed = `${changed.slice(0, at)}${put}${changed.slice(at + length)}`;
        // What is not sound has faults, each within the text; what is sound is read, and reads the same again.
        const problems = problemsOf(changed);
        const lines = changed.split('\n');
        for (const { line, column } of problems)
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
        if (problems.length > 0) return;
        const ledger = parseLedger(file, changed);
        expect(parseLedger(file, serialiseLedger(ledger))).toEqual(ledger);
      }),
      runs(2000),
    );
  });

  it('names all faults together', () => {
    const problems = problemsOf(
      write([{ ...capture, day: 'x', name: 3 }], [null, { ...paper, title: '' }]),
    );
    expect(problems.map((p) => p.message.split(' ')[0])).toEqual([
      ...['captures[0].name', 'captures[0].day'],
      'papers[0]',
      'papers[1].title',
    ]);
  });

  it.each([
    ['a capture', write([capture, { ...capture, name: 'b.txt' }]), 5],
    ['a slug', write([], [paper, { ...paper, title: 'Other' }]), 6],
    [
      'a slug that was another’s',
      write([], [paper, { ...paper, slug: 'x', formerSlugs: ['light-bridge'] }]),
      6,
    ],
    ['a former slug', write([], [{ ...paper, formerSlugs: ['x', 'x'] }]), 5],
  ])('refuses %s that stands twice', (_, text, line) => {
    expect(problemsOf(text)).toMatchObject([{ code: 'ledger/twice', line }]);
  });
});

describe('a ledger that Git could not merge', () => {
  it.each([
    ['\n', '<<<<<<< HEAD'],
    ['\r\n', '<<<<<<< HEAD'],
    ['\n', '======='],
    ['\n', '>>>>>>> other'],
  ])('is one fault at its first mark, with lines that end in %j', (end, mark) => {
    const text = serialiseLedger(emptyLedger).replaceAll('\n', end);
    const [first = '', ...rest] = text.split(end);
    const problems = problemsOf([first, mark, ...rest].join(end));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, column: 1, code: 'ledger/conflict' });
    expect(problems[0]?.hint).toContain('--ledger');
  });
});
