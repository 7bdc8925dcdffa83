import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { KATEX_COMMANDS } from '../../../src/restore/katex-commands.ts';
import { KATEX_MACROS } from '../../../src/restore/katex-macros.ts';

function complaint(latex: string): string {
  try {
    // MathML only: two of the names stand for characters whose width KaTeX's HTML would warn it lacks.
    katex.renderToString(latex, {
      throwOnError: true,
      strict: 'ignore',
      output: 'mathml',
      macros: { ...KATEX_MACROS },
    });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('KATEX_COMMANDS', () => {
  it('holds only names the installed KaTeX knows', () => {
    // \show and \message print; they are known for certain.
    const unknown = [...KATEX_COMMANDS].filter(
      (name) =>
        !/^(show|message|errmessage)$/.test(name) &&
        complaint(`\\${name}`).includes('Undefined control sequence'),
    );
    expect(unknown).toEqual([]);
  });
});

describe('KATEX_MACROS', () => {
  it.each(Object.entries(KATEX_MACROS))('%s renders', (name, body) => {
    expect(
      complaint(
        `x ${name}${body.includes('#1') ? '{a}' : ''}${body.includes('#2') ? '{b}' : ''} y`,
      ),
    ).toBe('');
  });
});
