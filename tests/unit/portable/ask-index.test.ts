import { describe, expect, it } from 'vitest';
import { makeIndexFiles } from '../../../scripts/portable/index-files.ts';
import { askIndex, locate } from '../../../src/portable/ask-index.ts';
import { openIndex } from '../../../src/portable/read-index.ts';
import { makeDayKey, makeFormulaKey } from '../../../src/search/formula-key.ts';
import { endTitle, hideWords } from '../../../src/search/indexed-text.ts';

const papers: [title: string, abstract: string][] = [
  ['Sparse Attention', 'We study kernels for attention that is sparse.'],
  ['Diffusion Bridges', `Many studies of bridges. ${hideWords([makeFormulaKey('O(n^2)')])}`],
  ['Kernels', 'Attention, sparse or dense; regularization and Fréchet distances.'],
  ['Dense Retrieval', `A kernel. ${hideWords([makeDayKey('2025-03-11')])}`],
];

/** The index of these papers, and which of its files were read. */
async function open() {
  const files = makeIndexFiles(
    papers.map(([title, abstract], i) => ({
      record: {
        ...{ id: `p${i}`, slug: `s-${i}`, title, days: ['2025-03-11'] },
        ...{ hasCode: false, hasMath: false, hasAuthors: false, isTypeset: false },
      },
      ...{ authors: [], facets: {}, formerSlugs: [] },
      readContent: () => `${title} ${endTitle(false)} ${abstract}`,
    })),
    'version',
    // Every term is a part of its own.
    1,
  );
  const read: string[] = [];
  const index = await openIndex(async (path) => {
    read.push(path);
    const text = files.get(path);
    if (text === undefined) throw new Error(`${path} is missing`);
    return text;
  });
  return { index, read };
}
const ask = async (query: string) =>
  (await askIndex((await open()).index, query)).map(({ id }) => id);

describe('the index in classic scripts', () => {
  it('finds papers that have all words, in titles first', async () => {
    expect((await ask('kernels'))[0]).toBe(2);
    expect((await ask('kernels')).sort()).toEqual([0, 2, 3]);
    expect(await ask('sparse kernels')).toEqual([2, 0]);
    expect(await ask('sparse bridges')).toEqual([]);
    expect(await ask('')).toEqual([]);
  });

  it('finds the beginnings of words, and other forms of them', async () => {
    expect(await ask('regulari')).toEqual([2]);
    expect((await ask('study')).sort()).toEqual([0, 1]);
    expect((await ask('studies')).sort()).toEqual([0, 1]);
  });

  it('finds words whatever their accents and case', async () => {
    expect(await ask('FRECHET')).toEqual([2]);
  });

  it('finds phrases only as they stand', async () => {
    expect(await ask('"sparse attention"')).toEqual([0]);
    expect(await ask('"attention sparse"')).toEqual([2]);
    expect(await ask('"diffusion"')).toEqual([1]);
    expect(await ask('"diffus"')).toEqual([]);
  });

  it('finds what is spelled nearly so where nothing is spelled so', async () => {
    expect(await ask('difusion')).toEqual([1]);
    expect(await ask('diffusoin bridges')).toEqual([1]);
    expect(await ask('xyzzyx')).toEqual([]);
  });

  it('finds formulas and days by their keys', async () => {
    expect(await ask(makeFormulaKey('\\mathcal{O}(n^2)'))).toEqual([1]);
    expect(await ask(`"${makeDayKey('2025-03-11')}"`)).toEqual([3]);
    expect(await ask('ƒday202503')).toEqual([3]);
    expect(await ask('ƒday202504')).toEqual([]);
  });

  it('reads no more of the index than a query needs', async () => {
    const { index, read } = await open();
    await askIndex(index, 'retrieval');
    // That of the word, and the one before, which may have others that begin so.
    expect(read.filter((path) => /^full\/\d/.test(path))).toHaveLength(2);
    expect(read.filter((path) => path.startsWith('texts/'))).toEqual([]);
  });
});

it('says which words of a text answer', () => {
  expect(locate('Self-attention, and more ATTENTION', new Set(['attention']))).toEqual([0, 3]);
});
