import { describe, expect, it } from 'vitest';
import { alignRaw } from '../../../src/restore/align-raw.ts';
import { channel } from '../../../src/restore/channel.ts';

/** What is known of a captured text: its ranges, and its formulas as captured and as the authors wrote them. */
function align(captured: string, raw: string) {
  const { known, formulas } = alignRaw(captured, raw);
  return {
    known: known.map(({ start, end }) => captured.slice(start, end)),
    formulas: formulas.map(({ start, end, latex }) => [captured.slice(start, end), latex]),
  };
}

/** The formulas of a text that was captured as its authors wrote it. */
const alignWhole = (raw: string) => align(channel(raw), raw);

describe('the authors’ own text', () => {
  it('gives each formula its place', () => {
    const raw =
      'For \\emph{any} $x\\in\\mathbb{R}^d$, e.g. $d=2$, it takes $\\tilde{O}(n)$. See $\\S 2$.';
    const captured = 'For any xinR^d, e.g. d=2, it takes O(n). See S 2.';
    expect(align(captured, raw)).toEqual({
      known: [captured],
      formulas: [
        ['xinR^d', 'x\\in\\mathbb{R}^d'],
        ['d=2', 'd=2'],
        ['O(n)', '\\tilde{O}(n)'],
        ['S 2', '\\S 2'],
      ],
    });
  });

  it('may be wrapped in other places, also within a formula', () => {
    const raw = '  We show\n$a \\le\nb$ in  two\nlines.\n\n  It is $ c $ here.\n';
    const captured = 'We show a le b in two lines.\n\nIt is c here.';
    expect(align(captured, raw)).toEqual({
      known: [captured],
      formulas: [
        ['a le b', 'a \\le b'],
        ['c', 'c'],
      ],
    });
  });

  it('counts for the sentences that are the same in another version', () => {
    const raw =
      'We bound $\\alpha$. It is $\\beta$ fast! Now $\\gamma$ is new. The end is $\\delta$.';
    const captured = 'We bound alpha. It is beta slow! The end is delta.';
    expect(align(captured, raw)).toEqual({
      known: ['We bound alpha.', 'The end is delta.'],
      formulas: [
        ['alpha', '\\alpha'],
        ['delta', '\\delta'],
      ],
    });
  });

  it('has sentences that are the same but moved', () => {
    const raw = 'First $\\alpha$. Then $\\beta$.';
    expect(align('Then beta. First alpha.', raw).formulas).toEqual([
      ['beta', '\\beta'],
      ['alpha', '\\alpha'],
    ]);
  });

  it('may say one sentence twice, with other formulas', () => {
    const raw = 'It is $\\mathbb{R}$. It is $\\mathbf{R}$.';
    expect(alignWhole(raw).formulas).toEqual([
      ['R', '\\mathbb{R}'],
      ['R', '\\mathbf{R}'],
    ]);
  });

  it('may have the end of a sentence within a formula', () => {
    expect(alignWhole('Let $a. B$ be. See $c$.').formulas).toEqual([
      ['a. B', 'a. B'],
      ['c', 'c'],
    ]);
    expect(align('Let a. B are. See c.', 'Let $a. B$ be. See $c$.').known).toEqual(['See c.']);
  });

  it('is not known where a word or a letter differs', () => {
    expect(align('The R^d is big', 'The $\\mathbb{R}^D$ is big')).toEqual({
      known: [],
      formulas: [],
    });
    expect(align('', '$x$')).toEqual({ known: [], formulas: [] });
    expect(align('x', '')).toEqual({ known: [], formulas: [] });
  });
});

describe('a dollar that is no delimiter', () => {
  it.each([
    ['is escaped, and pairs with a later one', 'It costs \\$5 and $x$. The end.'],
    ['is escaped twice', 'It costs \\$5 or \\$6. The end.'],
    ['is missing its backslash', 'From $5 to over seven hundred $x$. The end.'],
    ['is within a formula', 'We use $\\texttt{M$^3$}$. The end.'],
    ['is one of a display', 'So $$x$$ holds. The end.'],
  ])('%s: the sentence is left out', (_, raw) => {
    expect(alignWhole(raw)).toEqual({ known: ['The end.'], formulas: [] });
  });

  it('is alone: its sentence has the other formulas', () => {
    const raw = 'With $\\alpha$ it costs \\$5.';
    expect(alignWhole(raw)).toEqual({ known: [channel(raw)], formulas: [['alpha', '\\alpha']] });
  });

  it('meets another: two formulas in a row are two', () => {
    expect(alignWhole('It is $\\sim$$4\\times$ more.').formulas).toEqual([
      ['sim', '\\sim'],
      ['4times', '4\\times'],
    ]);
  });
});
