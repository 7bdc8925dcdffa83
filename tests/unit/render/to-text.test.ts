import { describe, expect, it } from 'vitest';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { toPlainText, toWordsAndFormulas } from '../../../src/render/to-text.ts';
import { commandToUnicode, composeAccent } from '../../../src/text/latex-accents.ts';

describe('toPlainText', () => {
  it('is one line, cleaned, with readable formulas', () => {
    const segments = [
      { text: "A na\\\"ive ``test'' in\n\n{\\it at most} " },
      { captured: 'O(n^2)', latex: 'O(n^2)' },
      { text: ' steps' },
    ];
    expect(toPlainText(cleanSegments(segments))).toBe('A naïve “test” in at most O(n²) steps');
  });

  it('has the words of a link and not its address', () => {
    expect(toPlainText(cleanSegments([{ text: 'our https://x.org/p{page}' }]))).toBe('our page');
  });

  it('has what is as captured as it was captured', () => {
    expect(toPlainText(cleanSegments([{ text: 'a \\foo{b}' }]))).toBe('a \\foo{b}');
    expect(toPlainText(cleanSegments([{ text: 'x^{2}', unproven: true }]))).toBe('x^{2}');
  });

  it('is empty for nothing', () => {
    expect(toPlainText(cleanSegments([]))).toBe('');
  });
});

describe('composeAccent', () => {
  it.each([
    ['"', 'i', 'ï'],
    ['"', '\\i', 'ï'],
    ["'", 'c', 'ć'],
    ['^', 'o', 'ô'],
    ['~', 'n', 'ñ'],
    ['v', 's', 'š'],
    ['c', 'c', 'ç'],
    ['=', 'a', 'ā'],
    ['H', 'o', 'ő'],
  ])('puts %s over %s: %s', (accent, letter, composed) => {
    expect(composeAccent(accent, letter)).toBe(composed);
  });

  it.each(['x', '', 'constructor', '__proto__', 'toString'])('knows no accent "%s"', (accent) => {
    expect(composeAccent(accent, 'a')).toBeUndefined();
  });
});

describe('commandToUnicode', () => {
  it.each([
    ['\\alpha', 'α'],
    ['\\times', '×'],
    ['\\ss', 'ß'],
    ['\\infty', '∞'],
  ])('prints %s as %s', (command, character) => {
    expect(commandToUnicode(command)).toBe(character);
  });

  it.each(['\\nothingofthekind', '\\constructor', 'constructor', '\\hat', ''])(
    'knows no character for "%s"',
    (command) => {
      expect(commandToUnicode(command)).toBeUndefined();
    },
  );
});

describe('words and formulas', () => {
  it('come apart, accents and quotes cleaned', () => {
    expect(
      toWordsAndFormulas(
        cleanSegments([
          { text: 'Schr\\"odinger bridges in ' },
          { captured: 'O(n)', latex: '\\mathcal{O}(n)' },
          { text: ' time.\n\nSee $\\alpha$.' },
        ]),
      ),
    ).toEqual({
      text: 'Schrödinger bridges in \n time.\nSee \n.',
      formulas: ['\\mathcal{O}(n)', '\\alpha'],
    });
  });

  it('keep a letter in its word', () => {
    const { text, formulas } = toWordsAndFormulas(
      cleanSegments([{ captured: 'k', latex: 'k' }, { text: '-means' }]),
    );
    expect([text, formulas]).toEqual(['k-means', []]);
  });
});
