import { expect, test } from 'vitest';
import { annotateError } from '../../../scripts/annotate-error.ts';
import { CaptureError } from '../../../src/capture/problem.ts';

const problem = {
  ...{ file: 'seeds/a.txt', line: 14, column: 3, code: 'entry/no-title' },
  ...{ message: 'There is no title.', hint: 'add one.' },
};
const annotate = (change: object): string[] => {
  const error = new CaptureError([{ ...problem, ...change }]);
  return annotateError(error.message, error);
};

test('a fault of a seed is an annotation of its line', () => {
  expect(annotate({})).toEqual([
    '::error file=seeds/a.txt,line=14,col=3,title=entry/no-title::There is no title.%0Ahint: add one.',
  ]);
});

test('a file name cannot add properties or commands', () => {
  const [line, ...others] = annotate({ file: 'seeds/a,line=1::x%0A\r\n::stop-commands::y.txt' });
  expect(others).toEqual([]);
  expect(line).toMatch(/^::error file=[^,:\r\n]*,line=14,col=3,title=entry\/no-title::There/);
  expect(line).toContain('a%2Cline=1%3A%3Ax%250A');
});

test('a message cannot end its line', () => {
  const [line] = annotate({ message: 'The title "100 %\r\n::error::y" is no title.' });
  expect(line).toContain('100 %25');
  expect(line.split(/[\r\n]/)).toHaveLength(1);
});

test('of many faults the first ten are shown', () => {
  const error = new CaptureError(Array.from({ length: 30 }, (_, i) => ({ ...problem, line: i })));
  const lines = annotateError(error.message, error);
  expect(lines).toHaveLength(10);
  expect(lines[9]).toContain('line=9,');
});

test('any other error is an annotation of no file', () => {
  expect(annotateError('Cannot write dist: full.\n  hint: make room', new Error('ENOSPC'))).toEqual(
    ['::error::Cannot write dist: full.%0A  hint: make room'],
  );
  const broken = new TypeError('x is 50 % of y');
  expect(annotateError(broken, broken)).toEqual(['::error::x is 50 %25 of y']);
});
