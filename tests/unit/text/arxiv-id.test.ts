import { expect, test } from 'vitest';
import { readArxivId, splitArxivId } from '../../../src/text/arxiv-id.ts';

test.each([
  ['2503.03601', '2503.03601'],
  ['2503.03601v2', '2503.03601'],
  ['0704.0001', '0704.0001'],
  ['math/0211159v12', 'math/0211159'],
  ['math.GT/0309136v1', 'math/0309136'],
  ['cond-mat.supr-con/9609004', 'cond-mat/9609004'],
  ['hep-th/9901001', 'hep-th/9901001'],
  ['math./0309136', undefined],
  ['2503.036', undefined],
  ['2503.03601v', undefined],
  ['math/021115', undefined],
  ['../2503.03601', undefined],
])('%s is the id %s', (text, id) => {
  expect(readArxivId(text)).toBe(id);
});

test.each([
  ['2503.03601', '2503', '03601'],
  ['0704.0001', '0704', '0001'],
  ['math/0211159', 'math-0211', '159'],
  ['cond-mat/9901001', 'cond-mat-9901', '001'],
])('%s is looked up in %s as %s', (id, file, key) => {
  expect(splitArxivId(id)).toEqual({ file, key });
});
