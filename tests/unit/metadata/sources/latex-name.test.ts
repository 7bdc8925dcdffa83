import { expect, it } from 'vitest';
import { readLatexName } from '../../../../src/metadata/sources/latex-name.ts';

it.each([
  ['Schr{\\"o}dinger', 'Schrödinger'],
  ["Milenkovi\\'c", 'Milenković'],
  ['\\v{S}imon', 'Šimon'],
  ['Fran\\c cois', 'François'],
  ["Mart{\\'\\i}nez", 'Martínez'],
  ['S\\o ren {\\O}stergaard', 'Søren Østergaard'],
  ['Wei\\ss{}', 'Weiß'],
  ['J.~R. {van Dyke}', 'J. R. van Dyke'],
  ['Grünwald', 'Grünwald'],
])('reads %s', (latex, name) => {
  expect(readLatexName(latex)).toBe(name);
});
