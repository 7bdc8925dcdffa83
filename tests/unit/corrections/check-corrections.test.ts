import { describe, expect, it } from 'vitest';
import type { Archive, Paper, Revision } from '../../../src/archive/archive.ts';
import { formatProblem } from '../../../src/capture/problem.ts';
import { readCorrections } from '../../../src/corrections/check-corrections.ts';
import { serialiseCorrection } from '../../../src/corrections/corrections.ts';
import { explainRefusal } from '../../../src/render/explain-refusal.ts';

const file = 'seeds/corrections.jsonl';

/** A paper with the revisions given, the last captured last. */
function makePaper(slug: string, ...revisions: Revision[]): Paper {
  const listings = revisions.map((_, revision) => ({
    ...{ day: `2025-03-1${revision}`, capture: `${revision}.txt` },
    ...{ rank: 1, revision },
  }));
  return { slug, identity: slug, entered: 0, formerSlugs: [], metadata: {}, revisions, listings };
}

const bridge = makePaper('light-schrodinger-bridge', {
  title: 'Light k-Bridge',
  abstract: 'A bridge in R^{stimes d} takes O(n^2) steps for k=2, like all k. It costs $5 or O(m).',
});
const archive: Archive = {
  ...{ captures: [], days: [], retiredDays: [] },
  papers: [
    bridge,
    {
      ...makePaper('new-name', { title: 'N', abstract: 'x' }),
      identity: 'old-name',
      formerSlugs: ['old-name'],
    },
  ],
  retiredPapers: [
    { slug: 'gone', formerSlugs: ['gone-before'], title: 'G', firstDay: '2025-03-11' },
  ],
};

const read = (text: string, of: Archive | undefined = archive) =>
  readCorrections(file, text, of, explainRefusal);
const report = (...lines: (string | object)[]): string => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { problems } = read(text.join('\n'));
  return problems.length > 0 ? `\n${problems.map(formatProblem).join('\n')}\n` : 'no problem';
};
const paper = 'light-schrodinger-bridge';

describe('what a person reads', () => {
  it('not-json, at the place', () => {
    expect(
      report('{"paper": x}', '{"paper": "a', '["a"]', '"a"', String.raw`{"latex": "\alpha"}`),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:11  correction/not-json  Not JSON: Invalid symbol.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}; in JSON a backslash is written twice.
      seeds/corrections.jsonl:2:13  correction/not-json  Not JSON: Unexpected end of string.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}; in JSON a backslash is written twice.
      seeds/corrections.jsonl:3:1  correction/not-object  A correction is a JSON object, one on each line.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}.
      seeds/corrections.jsonl:4:1  correction/not-object  A correction is a JSON object, one on each line.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}.
      seeds/corrections.jsonl:5:13  correction/not-json  Not JSON: Invalid escape character.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}; in JSON a backslash is written twice.
      "
    `);
  });
  it('field: unknown, missing, of the wrong form', () => {
    expect(
      report(
        '{"paper": "light-schrodinger-bridge", "captured": "k", "latx": "k"}',
        { paper, captured: '', latex: 1 },
        { paper, captured: 'k', latex: 'k', in: 'body', occurrence: 0 },
        { paper, captured: 'k', latex: '' },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:1  correction/field  "latex" is missing: LaTeX without its dollars, or null for plain text.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      seeds/corrections.jsonl:1:56  correction/field  A correction has no field "latx".
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      seeds/corrections.jsonl:2:48  correction/field  "captured" must be the span, exactly as captured.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      seeds/corrections.jsonl:2:59  correction/field  "latex" must be LaTeX without its dollars, or null for plain text.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      seeds/corrections.jsonl:3:69  correction/field  "in" must be "title" or "abstract".
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      seeds/corrections.jsonl:3:89  correction/field  "occurrence" must be 1, 2, 3 ….
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      seeds/corrections.jsonl:4:60  correction/field  "latex" must be LaTeX without its dollars, or null for plain text.
        hint: a line is {"paper": "…", "captured": "alpha^2", "latex": "\\\\alpha^2"}, with "in" and "occurrence" where needed.
      "
    `);
  });
  it('field: given twice, of which JSON would take the last', () => {
    const { problems } = read('{"paper": "a", "captured": "k", "latex": "x", "latex": "k"}');
    expect(problems).toMatchObject([
      { column: 56, code: 'correction/field', message: '"latex" is given twice.' },
    ]);
  });
  it('backslash: one where JSON needs two', () => {
    expect(
      report(String.raw`{"paper": "${paper}", "captured": "O(n^2)", "latex": "O(n\times 2)"}`),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:74  correction/backslash  JSON reads the beginning of "\\times 2)" as a control character.
        hint: in JSON a backslash is written twice: "\\\\times", "\\\\frac".
      "
    `);
  });
  it('no-round-trip, with what the channel makes of it', () => {
    expect(
      report(
        { paper, captured: 'O(n^2)', latex: '\\mathcal{O}(n^3)' },
        { paper, captured: 'O(n^2)', latex: '$O(n^2)$' },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:66  correction/no-round-trip  The channel makes "O(n^3)" of this, not "O(n^2)".
        hint: write what the page turns into the captured span: it replaces \\name{…} by the content of the braces, up to the first }, then removes every backslash and no space.
      seeds/corrections.jsonl:2:66  correction/dollar  "latex" contains a dollar sign; it is the LaTeX between the dollars.
        hint: remove the dollars around it; a formula cannot hold any.
      "
    `);
  });
  it('katex, with its position', () => {
    expect(
      report(
        { paper, captured: 'O(n^2)', latex: 'O(n^2\\)' },
        { paper, captured: 'k', latex: '\\href{k}' },
        { paper, captured: 'ak', latex: 'a\\k' },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:71  correction/katex  KaTeX refuses this at character 6: Can't use function '\\)' in math mode.
        hint: KaTeX sets the formulas; see https://katex.org/docs/supported for what it knows.
      seeds/corrections.jsonl:2:70  correction/katex  KaTeX refuses this at character 9: Unexpected end of input in a macro argument, expected '}'.
        hint: KaTeX sets the formulas; see https://katex.org/docs/supported for what it knows.
      seeds/corrections.jsonl:3:63  correction/katex  KaTeX refuses this at character 2: Undefined control sequence: \\k.
        hint: KaTeX sets the formulas; see https://katex.org/docs/supported for what it knows.
      "
    `);
  });
  it('unknown-paper, with the nearest', () => {
    expect(
      report(
        { paper: 'light-shrodinger-bridge', captured: 'k', latex: 'k' },
        { paper: 'zzz', captured: 'k', latex: 'k' },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:10  correction/unknown-paper  No paper has or had the slug "light-shrodinger-bridge".
        hint: is it "light-schrodinger-bridge"?
      seeds/corrections.jsonl:2:10  correction/unknown-paper  No paper has or had the slug "zzz".
        hint: it is the last part of the address of the paper’s page: papers/<slug>/.
      "
    `);
  });
  it('not-captured: not there, in another part, only within words', () => {
    expect(
      report(
        { paper, captured: 'n^3', latex: 'n^3' },
        { paper, captured: 'k=2', in: 'title', latex: 'k=2' },
        { paper, captured: 'ridge', latex: null },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:48  correction/not-captured  "n^3" does not occur in the title and abstract of "light-schrodinger-bridge".
        hint: write the span exactly as captured; npm run correct -- light-schrodinger-bridge lists the formulas.
      seeds/corrections.jsonl:2:48  correction/not-captured  "k=2" does not occur in the title of "light-schrodinger-bridge".
        hint: write the span exactly as captured; npm run correct -- light-schrodinger-bridge lists the formulas.
      seeds/corrections.jsonl:3:48  correction/not-captured  "ridge" never occurs by itself in the title and abstract of "light-schrodinger-bridge".
        hint: it occurs only as a part of other words: write the whole word or formula.
      "
    `);
  });
  it('occurrence: more than there are', () => {
    expect(
      report(
        { paper, captured: 'k', occurrence: 9, latex: 'k' },
        { paper, captured: 'k', in: 'title', occurrence: 2, latex: 'k' },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:65  correction/occurrence  "k" occurs 3 times in title and abstract; there is no occurrence 9.
        hint: occurrences count from 1; within a larger word or script a span does not count.
      seeds/corrections.jsonl:2:78  correction/occurrence  "k" occurs once in title; there is no occurrence 2.
        hint: occurrences count from 1; within a larger word or script a span does not count.
      "
    `);
  });
  it('overlap: twice the same, and crossing', () => {
    expect(
      report(
        { paper, captured: 'k', latex: 'k' },
        { paper, captured: 'k', latex: null },
        { paper, captured: 'O(n^2) steps', latex: null },
        { paper, captured: 'takes O(n^2)', latex: null },
        { paper, captured: 'n^2', latex: 'n^2' },
      ),
    ).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:2:48  correction/overlap  Line 1 corrects "k" in the same place already.
        hint: remove one of the two lines, or add "occurrence" to say which place each means.
      seeds/corrections.jsonl:4:48  correction/overlap  Line 3 corrects "O(n^2) steps" in the same place already.
        hint: remove one of the two lines, or add "occurrence" to say which place each means.
      seeds/corrections.jsonl:5:48  correction/overlap  Line 3 corrects "O(n^2) steps" in the same place already.
        hint: remove one of the two lines, or add "occurrence" to say which place each means.
      "
    `);
  });
  it('no-round-trip-in-place: behind a lone dollar', () => {
    expect(report({ paper, captured: 'O(m)', latex: 'O(m)' })).toMatchInlineSnapshot(`
      "
      seeds/corrections.jsonl:1:48  correction/no-round-trip-in-place  In its place the formula does not come out of the channel: a lone $ or \\name{ in the text would be paired with one in the formula.
        hint: this place cannot be corrected: remove the line.
      "
    `);
  });
  it('all together, by line', () => {
    const codes = read(`{}\nx\n\n{"paper":"${paper}","captured":"zz","latex":"zz"}`).problems;
    expect(codes.map((p) => `${p.line} ${p.code}`)).toEqual([
      '1 correction/field',
      '1 correction/field',
      '1 correction/field',
      '2 correction/not-json',
      '4 correction/not-captured',
    ]);
  });
});

describe('what is no fault', () => {
  it.each([
    ['nothing', ''],
    [
      'empty lines, Windows line ends, a byte order mark',
      `\uFEFF\r\n\r\n{"paper":"${paper}","captured":"k","latex":"k"}\r\n`,
    ],
    ['a former slug', '{"paper":"old-name","captured":"x","latex":"x"}'],
    [
      'one occurrence besides all',
      `{"paper":"${paper}","captured":"k","latex":"k"}\n{"paper":"${paper}","captured":"k","occurrence":1,"latex":null}`,
    ],
    [
      'a larger span besides all of a smaller',
      `{"paper":"${paper}","captured":"k","latex":"k"}\n{"paper":"${paper}","captured":"k=2","latex":"k=2"}`,
    ],
    ['a line for text behind a lone dollar', `{"paper":"${paper}","captured":"O(m)","latex":null}`],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ problems: [], notes: [] });
  });

  it('a paper that no capture holds any more: a note', () => {
    const { problems, notes, byPaper } = read('{"paper":"gone-before","captured":"x","latex":"x"}');
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      'seeds/corrections.jsonl:1 corrects a paper that no capture holds any more; the line is kept.',
    ]);
    expect(byPaper.size).toBe(0);
  });

  it('a span that only an earlier revision holds: a note', () => {
    const twice = makePaper(
      'p',
      { title: 'T', abstract: 'O(n) steps' },
      { title: 'T', abstract: 'few steps' },
    );
    const { problems, notes } = read('{"paper":"p","captured":"O(n)","latex":"O(n)"}', {
      ...archive,
      papers: [twice],
    });
    expect(problems).toEqual([]);
    expect(notes).toEqual(['seeds/corrections.jsonl:1 corrects an earlier revision of p only.']);
  });

  it('papers that are missing while a seed is at fault', () => {
    const text = '{"paper":"unknown","captured":"x","latex":"x"}\n{}';
    expect(
      readCorrections(file, text, undefined, explainRefusal).problems.map((p) => p.line),
    ).toEqual([2, 2, 2]);
  });
});

it('gives corrections by identity, and writes a line that it reads again', () => {
  const correction = {
    paper: 'old-name',
    captured: 'x',
    latex: '\\mathbf{x}',
    in: 'abstract',
    occurrence: 1,
  } as const;
  const line = serialiseCorrection(correction);
  expect(line).toBe(
    String.raw`{"paper":"old-name","in":"abstract","captured":"x","occurrence":1,"latex":"\\mathbf{x}"}`,
  );
  expect(read(line).byPaper.get('old-name')).toMatchObject([{ ...correction, line: 1 }]);
});

describe('very many lines', () => {
  it('of papers that nobody knows are faults, and what was meant is found for the first of them', () => {
    const line = '{"paper": "new-nam", "captured": "x", "latex": null}';
    const { problems } = read(`${line}\n`.repeat(50_000));
    expect(problems).toHaveLength(50_000);
    expect(problems[0]?.hint).toBe('is it "new-name"?');
    expect(problems[20]?.hint).toContain('papers/<slug>/');
  });

  it('of one paper are refused from the 1001st on', () => {
    const line = '{"paper": "new-name", "captured": "x", "latex": null}';
    const { problems, byPaper } = read(`${line}\n`.repeat(5_000));
    expect(byPaper.get('old-name')).toHaveLength(1_000);
    const tooMany = problems.filter(({ code }) => code === 'correction/too-many');
    expect(tooMany).toHaveLength(4_000);
    expect(tooMany[0]).toMatchObject({ line: 1_001 });
  });
});
