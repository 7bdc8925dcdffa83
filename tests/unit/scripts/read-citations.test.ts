import { expect, test } from 'vitest';
import { formulaMark, markFormulas, readCitations } from '../../check/read-citations.ts';

const cite = (title: string): string =>
  `@misc{x,\n  title = {${title}},\n  url = {https://e.org/},\n}\n`;

test.each([
  ['{$O(n^{2})$} Time', `${formulaMark} Time`],
  ['In {$\\text{a $b$}$} and {$\\bf x$}', `In ${formulaMark} and ${formulaMark}`],
  ['{$\\left\\{ a \\right\\}$}', formulaMark],
  ['{USD} \\$5 {$x$}', `{USD} \\$5 ${formulaMark}`],
  ['{$never closed', formulaMark],
])('each formula of %s becomes a mark', (title, marked) => {
  expect(markFormulas(title)).toBe(marked);
});

test('the text beside formulas is read as it is without them', () => {
  const [read] = readCitations(markFormulas(cite('Fast {$\\unknown{x}$} {GPU} \\textless{} 5')));
  expect(read?.title).toBe(`Fast ${formulaMark} GPU < 5`);
});
