import { describe, expect, it } from 'vitest';
import { fullName, splitName } from '../../../src/metadata/split-name.ts';

describe('splitName', () => {
  it.each([
    ['Chunjiang Ge', 'Ge', 'Chunjiang'],
    ['Valentin de Bortoli', 'de Bortoli', 'Valentin'],
    ['Laurens van der Maaten', 'van der Maaten', 'Laurens'],
    ['John  A. Smith Jr.', 'Smith Jr.', 'John A.'],
    ['Lovelace, Ada', 'Lovelace', 'Ada'],
    ['OpenAI', 'OpenAI', undefined],
    ['Qwen Team', 'Qwen Team', undefined],
  ])('divides %s', (name, family, given) => {
    expect(splitName(name)).toEqual(given === undefined ? { family } : { family, given });
  });

  it('keeps the words of a name in order', () => {
    expect(fullName(splitName('Laurens van der Maaten'))).toBe('Laurens van der Maaten');
  });
});
