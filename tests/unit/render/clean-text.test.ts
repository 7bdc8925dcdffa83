import { describe, expect, it } from 'vitest';
import { cleanSegments, listAsCaptured } from '../../../src/render/clean-segments.ts';
import { toHtml, toInlineHtml } from '../../../src/render/to-html.ts';
import { typesetSegments } from './typeset-segments.ts';

/** Of a text in one paragraph, what is in it. */
const html = (text: string) => toHtml(typesetSegments({ text })).replace(/^<p>(.*)<\/p>$/s, '$1');
const marked = (text: string) => `<span class="as-captured">${text}</span>`;

describe('LaTeX outside mathematics', () => {
  it.each([
    ['na\\"ive', 'naïve'],
    ['na\\"{i}ve', 'naïve'],
    ['na{\\"i}ve', 'naïve'],
    ['na\\"\\i ve', 'naï ve'],
    ["Milenkovi\\'c", 'Milenković'],
    ["Poincar\\'e", 'Poincaré'],
    ["Poincar\\'{e}", 'Poincaré'],
    ["{\\'E}cole", 'École'],
    ['\\`a la', 'à la'],
    ['It\\^o', 'Itô'],
    ['se\\~nor', 'señor'],
    ['Schr\\"{o}dinger', 'Schrödinger'],
    ['{\\v s}koda', 'škoda'],
    ['{\\c c}a', 'ça'],
  ])('prints the accent of %s: %s', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each([
    ['16\\%', '16%'],
    ['a\\_b', 'a_b'],
    ['R\\&D', 'R&#x26;D'],
    ['R&amp;D', 'R&#x26;amp;D'],
    ['\\$5', '$5'],
    ['\\#1', '#1'],
    ['\\{a\\}', '{a}'],
  ])('prints the escaped sign of %s', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each([
    ["``x''", '“x”'],
    ["``x'' and ``y''", '“x” and “y”'],
    ["a mild ''informative'' condition", 'a mild “informative” condition'],
    ["`x'", '‘x’'],
    ["don't", "don't"],
    ["the models' own", "the models' own"],
    ['"x"', '"x"'],
    ['a--b', 'a–b'],
    ['2019--2024', '2019–2024'],
    ['a---b', 'a—b'],
    ['a -- b', 'a – b'],
    ['a-b', 'a-b'],
    ['-----', '-----'],
  ])('prints quotes and dashes: %s as %s', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each([
    ['Table~1', 'Table\u00A01'],
    ['et al.~[3]', 'et al.\u00A0[3]'],
    ['~5%', '~5%'],
    ['3~5', '3~5'],
    ['about ~5', 'about ~5'],
    ['a~~b', 'a~~b'],
    ['a~ b', 'a~ b'],
  ])('binds with a tie only where one is meant: %s', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each([
    ['{\\it x}', '<em>x</em>'],
    ['{\\em x}', '<em>x</em>'],
    ['\\emph{x y}', '<em>x y</em>'],
    ['\\textit{x}', '<em>x</em>'],
    ['\\textbf{x}', '<strong>x</strong>'],
    ['{\\bf x}', '<strong>x</strong>'],
    ['\\textbf{D}irect', '<strong>D</strong>irect'],
    ['Evo\\textbf{Lved Sign}', 'Evo<strong>Lved Sign</strong>'],
    ['\\textbf{a {\\it b} c}', '<strong>a <em>b</em> c</strong>'],
    ['{\\it a}{\\it b}', '<em>a</em><em>b</em>'],
    ['\\texttt{x}', 'x'],
    ['\\underline{x}', 'x'],
    ['{\\sc x}', 'x'],
    ['*two-stage*', '<em>two-stage</em>'],
    ['**two-stage**', '<strong>two-stage</strong>'],
    ['a (*two*) b', 'a (<em>two</em>) b'],
    ['3*4*5', '3*4*5'],
    ['A* and B*', 'A* and B*'],
    ['a * b * c', 'a * b * c'],
    ['*', '*'],
    ['C**', 'C**'],
    ['_two_', '_two_'],
  ])('prints emphasis: %s', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each([
    ['\\ie, x', 'i.e., x'],
    ['\\eg x', 'e.g. x'],
    ['\\aka x', 'a.k.a. x'],
    ['x \\etc.', 'x etc.'],
    ['Smith \\etal show', 'Smith et al. show'],
    ['\\LaTeX{} is', 'LaTeX is'],
    ['\\alpha-divergence', 'α-divergence'],
    ['{\\alpha}-divergence', 'α-divergence'],
    ['\\ss', 'ß'],
  ])('prints what %s prints', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each([
    ['<projektor>', '&#x3C;projektor>'],
    ['<=@a>', '&#x3C;=@a>'],
    ['<a@x.org>', '&#x3C;a@x.org>'],
    ['the <EOS> token', 'the &#x3C;EOS> token'],
    ['<script>alert(1)</script>', '&#x3C;script>alert(1)&#x3C;/script>'],
    ['$100K+', '$100K+'],
    ['from $5 to $10', 'from $5 to $10'],
    ['a_b_c and d_e', 'a_b_c and d_e'],
    ['{x}', '{x}'],
    ['100% of it', '100% of it'],
    ['a\\', 'a\\'],
    ['\\\\', '\\\\'],
    ['-', '-'],
    ['1.', '1.'],
    ['# 1', '# 1'],
    ['-\\,', '-\u202F'],
    ['1.\\,', '1.\u202F'],
  ])('shows %s as it is', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it('makes an address a link, with its underscores and without the full stop', () => {
    const url = 'https://github.com/a_b/c_d_e';
    expect(html(`See ${url}.`)).toBe(`See <a href="${url}">${url}</a>.`);
  });

  it('makes `address{words}` a link with those words', () => {
    expect(html('our https://x.org/p{project page}.')).toBe(
      'our <a href="https://x.org/p">project page</a>.',
    );
  });

  it('shows an address that is not of the web as text', () => {
    expect(html('javascript:alert(1){x}')).toBe('javascript:alert(1){x}');
  });

  it('keeps paragraphs', () => {
    // The blank line is for who copies them.
    expect(toHtml(typesetSegments({ text: 'One.\n\nTwo.' }))).toBe('<p>One.</p>\n\n<p>Two.</p>');
  });

  it('gives nothing for nothing', () => {
    expect(toHtml(typesetSegments())).toBe('');
    expect(toInlineHtml(typesetSegments({ text: '' }))).toBe('');
  });

  it.each(['\\!', '{\\rm }', '\\textbf{}'])(
    'gives no paragraph for %s, which prints nothing',
    (text) => {
      expect(cleanSegments([{ text }])).toEqual([]);
      expect(toHtml(typesetSegments({ text: `One.\n\n${text}\n\nTwo.` }))).toBe(
        '<p>One.</p>\n\n<p>Two.</p>',
      );
    },
  );
});

describe('what is left of LaTeX', () => {
  it.each([
    ['\\foo', marked('\\foo')],
    ['a \\foo{b} c', `a ${marked('\\foo{b}')} c`],
    ['mathcal{O}(n).', `${marked('mathcal{O}(n)')}.`],
    ['x^{2}, y', `${marked('x^{2}')}, y`],
    ['y_{i j}', marked('y_{i j}')],
    ['{\\it a \\foo b}', `<em>a ${marked('\\foo')} b</em>`],
    ['https://x.org/p{\\Large page}', `<a href="https://x.org/p">${marked('\\Large')} page</a>`],
    ['\\href{javascript:alert(1)}{x}', marked('\\href{javascript:alert(1)}{x}')],
  ])('is shown marked, to the letter: %s', (text, printed) => {
    expect(html(text)).toBe(printed);
  });

  it.each(['x^2', 'a_b', 'mathematics', 'mathbfx', 'the math', 'C:\\1', '{}', '^', 'x ^ {2}'])(
    'is not seen in "%s"',
    (text) => {
      expect(html(text)).toBe(text);
    },
  );
});

describe('residue', () => {
  it.each([
    ['many (> 10^{19}) nets', ['10^{19}']],
    ['by (the \\ours), then', ['\\ours']],
    ['by (\\ours), then', ['(\\ours)']],
    ['is poly(k^{2}).', ['poly(k^{2})']],
    ['x_{t}, y', ['x_{t}']],
  ])('of "%s" is marked without the sentence round it', (text, expected) => {
    expect(listAsCaptured(cleanSegments([{ text }]))).toEqual(expected);
  });
});

describe('a paragraph that is too long for an abstract', () => {
  const long = `*starred* na\\"ive \\foo{x} ${'word '.repeat(4_100)}`;

  it('is shown as captured, with what looks like LaTeX marked, and so is the rest of its text', () => {
    const segments = [{ text: `*first*\n\n${long}` }];
    const text = cleanSegments(segments);
    expect(text[0]).toEqual([{ type: 'text', value: '*first*' }]);
    expect(listAsCaptured(text)).toEqual(['\\foo{x}']);
    const joined = text[1]?.map((node) => ('value' in node ? node.value : '')).join('');
    expect(joined).toBe(long.trim());
  });

  it('begins with the 20,001st character', () => {
    const stars = (length: number) => cleanSegments([{ text: '*a* '.padEnd(length, 'b') }]);
    expect(stars(20_000)[0]?.[0]?.type).toBe('emphasis');
    expect(stars(20_001)[0]?.[0]?.type).toBe('text');
  });
});
