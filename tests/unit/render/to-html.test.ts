import { describe, expect, it, vi } from 'vitest';
import { cleanSegments, hasFormula } from '../../../src/render/clean-segments.ts';
import { toHtml, toInlineHtml, toScriptedHtml } from '../../../src/render/to-html.ts';
import type { FormulaSegment, Segment } from '../../../src/restore/segments.ts';
import { readHtml } from './read-html.ts';
import { typesetSegments } from './typeset-segments.ts';

const formula = (captured: string, latex: string): Segment => ({ captured, latex });
const html = (...segments: Segment[]) => toHtml(typesetSegments(...segments));
const read = (...segments: Segment[]) => readHtml(html(...segments));

describe('a formula', () => {
  it('is one element that holds its captured text', () => {
    const page = html({ text: 'in ' }, formula('O(n)', '\\mathcal{O}(n)'), { text: ' steps' });
    expect(readHtml(page)).toMatchObject({
      text: 'in O(n) steps ',
      formulas: ['O(n)'],
      marked: [],
    });
    expect(page.match(/<annotation[^>]*>(.*?)<\/annotation>/)?.[1]).toBe('\\mathcal{O}(n)');
  });

  it('is set within the line', () => {
    expect(html(formula('x', 'x'))).not.toContain('katex-display');
  });

  it('holds its captured text to the letter', () => {
    const captured = 'a < b & "c" > \'d\'';
    expect(read(formula(captured, 'a < b')).formulas).toEqual([captured]);
  });

  it.each([
    [[formula('a', 'a'), formula('b', 'b')]],
    [[formula('a', 'a'), formula('b', 'b'), formula('c', 'c'), { text: ' $ ' }, formula('d', 'd')]],
    [[{ text: '$' }, formula('a', 'a'), { text: '$' }, formula('b', 'b'), { text: '5' }]],
    [[{ text: 'C:\\' }, formula('a', 'a'), { text: '\\' }, formula('b', 'b')]],
    [[formula('a', '\\text{$a$}'), formula('b', '`b`'), formula('c', ' c ')]],
  ] satisfies Segment[][][])('stands apart from what is beside it: %j', (segments) => {
    const expected = segments.map((s) => ('latex' in s ? s.captured : s.text)).join('');
    expect(read(...segments).text.trim()).toBe(expected.trim());
    expect(read(...segments).formulas).toEqual(
      segments.flatMap((s) => ('latex' in s ? s.captured : [])),
    );
  });

  it.each([
    ['{\\it at most ', '} steps', 'em'],
    ['\\textbf{at most ', '} steps', 'strong'],
    ['*at most ', '* steps', 'em'],
  ])('can stand in emphasis: %s…%s', (before, after, tag) => {
    const segments = [{ text: before }, formula('x^2', 'x^2'), { text: after }];
    expect(read(...segments)).toMatchObject({ text: 'at most x^2 steps ', formulas: ['x^2'] });
    expect(html(...segments)).toMatch(
      new RegExp(`<${tag}>at most <span class="formula".*</${tag}> steps`),
    );
  });

  it('can stand in quotation marks', () => {
    expect(read({ text: '``' }, formula('x', 'x'), { text: "''" }).text.trim()).toBe('“x”');
  });

  it('can be the whole of a title', () => {
    const title = toInlineHtml(typesetSegments(formula('x', 'x')));
    expect(title).toMatch(/^<span class="formula" data-captured="x">/);
  });

  it('of a title is in no link of the title’s own, for titles stand in links', () => {
    const title = toInlineHtml(typesetSegments({ text: 'See https://example.org/*a* and _b_' }));
    expect(title).not.toContain('<a');
    expect(title).toMatch(/^See \S*example\.org\S* and/);
  });

  it('of a title for scripts has its styles in `data-style`, and is the same otherwise', () => {
    const title = typesetSegments(
      { text: 'See https://example.org/ for ' },
      formula('x_1', 'x_1'),
      { text: ', *style="a"*' },
    );
    const scripted = toScriptedHtml(title);
    expect(scripted.match(/<[^>]* style=/)).toBeNull();
    expect(scripted.replaceAll(' data-style="', ' style="')).toBe(toInlineHtml(title));
    expect(toInlineHtml(title)).toMatch(/<[^>]* style=/);
  });

  it('with a character that KaTeX has no width of is set without a word', () => {
    // A warning on the console fails a test.
    expect(toInlineHtml(typesetSegments(formula('x', '\\origof 😀')))).toContain('<math');
  });

  it('cannot print on the console of who builds', () => {
    const log = vi.spyOn(console, 'log');
    expect(toInlineHtml(typesetSegments(formula('x', '\\message{a}')))).toContain('as-captured');
    expect(log).not.toHaveBeenCalled();
  });

  it('that reaches over a paragraph’s end is still one formula', () => {
    expect(read(formula('a\n\nb', 'a\n\nb')).formulas).toEqual(['a\n\nb']);
  });

  it('that a title was captured with, in its dollars, is set as well', () => {
    expect(read({ text: 'The $\\alpha$-trick' })).toMatchObject({ formulas: ['$\\alpha$'] });
    expect(read({ text: 'The \\(x_1\\)-trick' })).toMatchObject({ formulas: ['\\(x_1\\)'] });
  });
});

describe('what KaTeX refuses', () => {
  const hostile: [string, string][] = [
    ['an unknown command', '\\unknown{x}'],
    ['a brace too few', '\\frac{1}{2'],
    ['a brace too many', 'x}'],
    ['two superscripts', 'x^a^b'],
    ['nothing to raise', '^'],
    ['a command alone', '\\frac'],
    ['a single backslash', 'x\\'],
    ['an equation’s number', 'x \\tag{1}'],
    ['\\left without \\right', '\\left( x'],
    ['a link', '\\href{javascript:alert(1)}{x}'],
    ['an address', '\\url{http://x.org}'],
    ['an image', '\\includegraphics{http://x.org/y.png}'],
    ['an id', '\\htmlId{a}{b}'],
    ['a class', '\\htmlClass{a}{b}'],
    ['a style', '\\htmlStyle{background:url(http://x.org)}{b}'],
    ['data', '\\htmlData{a=b}{c}'],
    ['a macro that calls itself', '\\def\\a{\\a\\a}\\a'],
    ['macros that double each other', '\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\a'],
    ['10,000 groups in each other', '{'.repeat(10_000) + '}'.repeat(10_000)],
    ['10,000 braces that stay open', '{'.repeat(10_000)],
    ['1,000 roots in each other', `${'\\sqrt{'.repeat(1000)}1${'}'.repeat(1000)}`],
    ['3,000 fractions in each other', `${'\\frac{'.repeat(3000)}1${'}{1}'.repeat(3000)}`],
    ['10,000 superscripts', 'x^{'.repeat(10_000) + '}'.repeat(10_000)],
    ['100,000 letters', 'x'.repeat(100_000)],
  ];

  it.each(hostile)('is shown marked, as captured: %s', (_, latex) => {
    const page = html({ text: 'a ' }, formula('as <captured>', latex), { text: ' b' });
    expect(page).toBe('<p>a <span class="as-captured">as &#x3C;captured></span> b</p>');
  });

  it.each([
    ['HTML', '<b onclick="x">b</b>'],
    ['a script', '\\text{<script>alert(1)</script>}'],
    ['an entity', '\\&lt;'],
    ['the end of a Markdown formula', 'a`b'],
    ['a comment', 'x % <!-- comment'],
    ['a colour', '\\color{red}x'],
    ['a size that fills the page', '\\rule{1000em}{1000em}'],
    ['140 roots in each other', `${'\\sqrt{'.repeat(140)}1${'}'.repeat(140)}`],
  ])('or sets, but never lets do harm: %s', (_, latex) => {
    const page = html(formula('x', latex));
    const { tags, formulas, marked } = readHtml(page);
    expect([...formulas, ...marked]).toEqual(['x']);
    expect(['p', 'span']).toEqual(expect.arrayContaining(tags));
    // Between the tags stands text, which does no harm.
    const elements = page.replace(/>[^<]*</g, '><');
    expect(elements).not.toMatch(
      /<(a|img|script|iframe|b)[\s>]|\s(on\w+|href|src|id)=|javascript:/i,
    );
    expect(page).not.toContain('katex-error');
  });

  it('and what would lie over the text around it is shown as captured', () => {
    const page = read(formula('wide', '\\rule{1000em}{1em}'), formula('back', '\\kern{-60em}x'));
    expect(page).toMatchObject({ formulas: [], marked: ['wide', 'back'] });
  });

  it('leaves the formulas beside it as they are', () => {
    const page = read(formula('a', 'a'), formula('bad', '\\bad'), formula('b', 'b'));
    expect(page).toMatchObject({ text: 'abadb ', formulas: ['a', 'b'], marked: ['bad'] });
  });

  it('does not carry a macro from one formula to the next', () => {
    const page = read(formula('one', '\\gdef\\foo{x}\\foo'), formula('two', '\\foo'));
    expect(page.marked).toContain('two');
  });
});

describe('text left unproven', () => {
  it('is shown marked, to the letter', () => {
    const text = "  a `b` *c* <d> $e$ \\\"i ``x'' ";
    expect(read({ text: 'x' }, { text, unproven: true }, { text: 'y' }).marked).toEqual([text]);
  });

  it.each(['`', '``', '` `', ' ', '\\', 'a\n\nb'])('is one element whatever it is: %j', (text) => {
    expect(read({ text: 'x' }, { text, unproven: true }, { text: 'y' }).marked).toHaveLength(1);
  });

  it('stands apart from other such text', () => {
    const page = read({ text: 'a`', unproven: true }, { text: '`b', unproven: true });
    expect(page.marked.join('')).toBe('a``b');
  });
});

describe('hasFormula', () => {
  it.each<[boolean, Segment[]]>([
    [true, [{ text: 'a ' }, formula('x', 'x')]],
    [true, [{ text: 'the $\\alpha$-trick' }]],
    [false, [{ text: 'costs $100K' }]],
    [false, [{ text: 'x^{2}', unproven: true }]],
    [false, []],
  ])('is %s of %j', (expected, segments) => {
    expect(hasFormula(cleanSegments(segments))).toBe(expected);
  });
});

describe('how sure a formula is', () => {
  const html = (segment: Partial<FormulaSegment>): string =>
    toHtml(typesetSegments({ captured: 'x', latex: 'x', ...segment }));

  it('is marked where it is doubtful, and where the authors or the maintainer wrote it', () => {
    expect(html({ probability: 0.95 })).toContain(
      '<span class="formula" data-captured="x" data-sure="95">',
    );
    expect(html({ probability: 0.3 })).toContain('data-captured="x" data-doubtful');
    expect(html({ probability: 0.3, corrected: true })).toContain(
      'data-captured="x" data-corrected',
    );
    expect(html({ original: true })).toContain('data-captured="x" data-original');
    expect(html({})).toContain('<span class="formula" data-captured="x">');
  });
});

describe('a formula in its line', () => {
  const html = (latex: string, after: string): string =>
    toHtml(typesetSegments({ captured: 'x', latex }, { text: after }));

  it('takes the punctuation behind it along, when it is short', () => {
    expect(html('x', ', and')).toMatch(
      /<span class="unbroken"><span class="formula".*<\/span>,<\/span> and/,
    );
    expect(html('x', ' and')).not.toContain('unbroken');
    expect(html('x', '-net')).toMatch(/<\/span>-<\/span>net/);
  });

  it('may break at its relations, when it is long', () => {
    const long = html('a+b+c+d+e+f+g+h+i+j+k+l+m+n', '.');
    expect(long).not.toContain('unbroken');
    expect(long).not.toContain('data-wide');
  });

  it('scrolls in a box of its own, when it cannot break', () => {
    expect(html('f(abcdefghijklmnopqrstuvwxyz)', '.')).toContain('data-wide');
  });
});
