import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { KATEX_COMMANDS } from '../../../src/restore/katex-commands.ts';
import { KATEX_MACROS } from '../../../src/restore/katex-macros.ts';

function complaint(latex: string): string {
  try {
    // Parsed only: two of the names stand for characters that KaTeX's fonts lack, which is said in vain.
    katex.__parse(latex, { throwOnError: true, strict: 'ignore', macros: { ...KATEX_MACROS } });
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
