import { expect, it } from 'vitest';
import { scriptOf } from '../../../src/portable/script-of.ts';

it('fragments of a segment share scripts by the beginnings of their names', () => {
  const fragment = (name: string, segment = ''): string =>
    scriptOf(`pagefind/${segment}fragment/${name}.pf_fragment`);
  expect(fragment('en_04be15c')).toBe(fragment('en_04e1348'));
  expect(fragment('en_04be15c')).not.toBe(fragment('en_05be15c'));
  expect(fragment('en_04be15c')).not.toBe(fragment('en_04be15c', 'segments/5d1/'));
  expect(fragment('pt-br_04be15c')).not.toBe(fragment('pt-br_a4be15c'));
});

it('other files have scripts of their own', () => {
  const paths = ['search/words.txt', 'search/titles/1.txt', 'search/titles/11.txt'];
  const chunks = ['pagefind/index/en_04be15c.pf_index', 'pagefind/index/en_04e1348.pf_index'];
  expect(new Set([...paths, ...chunks].map(scriptOf)).size).toBe(5);
});
