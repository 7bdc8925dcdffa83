import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../../src/export/bibtex.ts';
import { readCitations } from '../../check/read-citations.ts';
import { runs } from '../../tier.ts';
import { makeExported } from './make-cited.ts';

const titleOf = (entry: string): string => /^ {2}title = \{(.*)\},$/m.exec(entry)?.[1] ?? '';
const cite = (text: string, kept: string[] = []): string =>
  bibtex.writeRecord({
    ...makeExported([]),
    title: { plain: text, parts: [{ text }], kept },
  });
const citeFormula = (latex: string): string =>
  titleOf(
    bibtex.writeRecord({
      ...makeExported([]),
      title: { plain: '', parts: [{ text: 'On ' }, { latex }], kept: [] },
    }),
  );

describe('a title in BibTeX', () => {
  it.each([
    ['50% & more #1', '50\\% \\& more \\#1'],
    ['a_b $5', 'a\\_b \\$5'],
    ['~/x^2', '\\textasciitilde{}/x\\textasciicircum{}2'],
    ['\\foo{b}', '\\textbackslash{}foo\\textbraceleft{}b\\textbraceright{}'],
    ['a -- b', 'a -{}- b'],
    ["``q''", "`{}`q'{}'"],
    ["Let's", "Let's"],
    ['Schrödinger – Itô', 'Schrödinger – Itô'],
  ])('writes %s as %s', (text, written) => {
    expect(titleOf(cite(text))).toBe(written);
  });

  it('has braces around what keeps its capitals, and not within other words', () => {
    expect(titleOf(cite('GAN-based GANs & GAN', ['GAN']))).toBe('{GAN}-based GANs \\& {GAN}');
  });

  it.each([
    ['O(n^2)', 'On {$O(n^2)$}'],
    ['\\mathbb{R}^{d}', 'On {$\\mathbb{R}^{d}$}'],
    ['\\{1, 2\\}', 'On {$\\{1, 2\\}$}'],
    ['\\left\\{x\\right.', 'On {$\\left\\lbrace x\\right.$}'],
    ['\\}\\{', 'On {$\\rbrace\\lbrace$}'],
  ])('has the formula %s whole, in braces that can be counted', (latex, written) => {
    expect(citeFormula(latex)).toBe(written);
  });

  it('is read back to the letter, whatever it holds', () => {
    const special = fc.constantFrom(...'\\{}~^<>|"&%$#_-`\'@,=;:!?()[]*+/. ');
    const letter = fc.constantFrom(...'abcXYZ019äöüßéñôšçłøåÄÖÜ–“”αβ≤∞日');
    const title = fc
      .array(fc.oneof(special, letter), { minLength: 1, maxLength: 40 })
      .map((characters) => characters.join('').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(title, (text) => {
        const [read] = readCitations(cite(text, ['XYZ']));
        expect(read?.title.replace(/’/g, "'").replace(/‘/g, '`')).toBe(text);
      }),
      runs(500),
    );
  });
});
