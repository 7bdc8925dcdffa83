import { describe, expect, it } from 'vitest';
import { isSnapshot, readSnapshotRecord } from '../../../../src/metadata/sources/arxiv-snapshot.ts';

const line = {
  ...{ id: '2503.00001', submitter: 'A. King', authors: 'Ada King and B\\"o Li' },
  title: 'On $\\alpha$-Bridges\n  of the Coast',
  ...{ comments: null, 'journal-ref': null, doi: null, 'report-no': null },
  categories: 'math.PR hep-th 68T01 (Primary) I.2.0 and more',
  abstract: '  We study $\\mathbb{R}^d$ on\nlong coasts. We say why.\n',
  versions: [{ version: 'v1', created: 'Sat, 1 Mar 2025 19:18:42 GMT' }],
  update_date: '2025-04-02',
  authors_parsed: [
    ['King', 'Ada', ''],
    ['Li', 'B\\"o', 'Jr.'],
    [':', '', ''],
    ['Team', 'Qwen', ''],
  ],
};
const read = (changes: object = {}) => readSnapshotRecord({ ...line, ...changes }, '2026-01-01');

describe('a line of the snapshot', () => {
  it('gives the text as captured, and the authors’ own as facts', () => {
    expect(read()).toEqual({
      ...{ id: '2503.00001', source: 'arxiv', date: '2025-04-02' },
      title: 'On alpha-Bridges of the Coast',
      abstract: 'We study R^d on long coasts. We say why.',
      facts: {
        arxivId: '2503.00001',
        authors: [
          { family: 'King', given: 'Ada' },
          { family: 'Li Jr.', given: 'Bö' },
          { family: 'Qwen Team' },
        ],
        title: 'On $\\alpha$-Bridges of the Coast',
        abstract: 'We study $\\mathbb{R}^d$ on long coasts. We say why.',
        published: '2025-03-01',
        categories: ['math.PR', 'hep-th'],
      },
    });
  });

  it.each([
    ['the day of the first version', '2503.00001', '2025-02-28', '2025-02-28'],
    [
      'the month of the id, where only a later version is left',
      '2503.00001',
      '2026-02-25',
      '2025-03',
    ],
    ['the month of the id, without a day', 'math/0211159', '', '2002-11'],
  ])('is published on %s', (_, id, created, published) => {
    expect(read({ id, versions: [{ created }] })?.facts.published).toBe(published);
  });

  it('has a venue and a DOI, if they are ones', () => {
    const facts = read({ 'journal-ref': 'Phys. Rev.\n  D76', doi: '10.1000/x 10.1000/y' })?.facts;
    expect(facts).toMatchObject({ venue: 'Phys. Rev. D76', doi: '10.1000/x' });
    expect(read({ doi: 'none' })?.facts).not.toHaveProperty('doi');
  });

  it.each([
    ['no id', { id: 'x' }],
    ['a title of another type', { title: 3 }],
  ])('is no record with %s', (_, changes) => {
    expect(read(changes)).toBeUndefined();
  });
});

describe('isSnapshot', () => {
  it.each([
    ['lines of papers', `${JSON.stringify(line)}\n`, true],
    ['a first line that is cut off', JSON.stringify(line).slice(0, 60), true],
    ['a list', JSON.stringify([line]), false],
    ['lines of other objects', '{"id":"2503.00001"}\n', false],
    ['a later line', `{}\n${JSON.stringify(line)}`, false],
  ])('of %s', (_, beginning, expected) => {
    expect(isSnapshot(beginning)).toBe(expected);
  });
});
