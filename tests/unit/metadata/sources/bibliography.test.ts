import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../../../src/capture/problem.ts';
import { bibtex, cslJson, ris } from '../../../../src/metadata/sources/bibliography.ts';
import type { SourceFormat } from '../../../../src/metadata/sources/source-record.ts';

const read = (format: SourceFormat, text: string) =>
  format.read({ file: 'a.bib', text, source: 'books', today: '2025-03-11' });
const factsOf = (format: SourceFormat, text: string) => read(format, text).records[0]?.facts;

const entry = (fields: string, type = 'article'): string =>
  `@${type}{king2025light,\n  title = {Light},\n  ${fields}\n}\n`;

describe('BibTeX', () => {
  it('gives title and abstract as captured, and what else it knows as facts', () => {
    const text = `@inproceedings{king2025light,
      title = {{Light $\\alpha$-Bridges of Schr{\\"o}dinger}},
      author = {King, Ada and Bj{\\"o}rn van den Berg and {Qwen Team} and de la Cruz, Jr., Ana},
      booktitle = {ICLR}, year = 2025, month = mar, doi = {https://doi.org/10.1000/X1},
      abstract = {We \\emph{study}\n   $\\mathbb{R}$.},
      url = {https://example.org/a b}
    }`;
    expect(read(bibtex, text)).toEqual({
      records: [
        {
          ...{ id: '10.1000/X1', source: 'books', date: '2025-03-11' },
          title: 'Light alpha-Bridges of Schr\\"odinger',
          abstract: 'We study R.',
          facts: {
            authors: [
              { family: 'King', given: 'Ada' },
              { family: 'van den Berg', given: 'Björn' },
              { family: 'Qwen Team' },
              { family: 'de la Cruz Jr.', given: 'Ana' },
            ],
            ...{ published: '2025-03', venue: 'ICLR', doi: '10.1000/X1' },
            url: 'https://example.org/a%20b',
          },
        },
      ],
      skipped: [],
    });
  });

  it.each([
    ['eprint', 'eprint = {2503.00001v2}, archivePrefix = {arXiv}'],
    ['eprint with its prefix', 'eprint = {arXiv:2503.00001}'],
    ['address', 'url = {http://arxiv.org/abs/2503.00001}'],
    ['DOI', 'doi = {10.48550/arXiv.2503.00001}'],
    ['journal', 'journal = {arXiv preprint arXiv:2503.00001}'],
  ])('has an arXiv id by its %s, and arXiv is no venue', (_, fields) => {
    expect(read(bibtex, entry(fields)).records).toMatchObject([{ id: '2503.00001' }]);
    expect(factsOf(bibtex, entry(fields))).toEqual({ arxivId: '2503.00001' });
  });

  it.each([
    ['an address that runs code', 'url = {javascript:alert(1)}'],
    ['an address without TLS', 'url = {http://example.org/}'],
    ['a DOI that is none', 'doi = {see the paper}'],
    ['a year that is none', 'year = {forthcoming}'],
  ])('takes no %s', (_, fields) => {
    expect(read(bibtex, entry(fields)).records).toMatchObject([{ id: 'king2025light', facts: {} }]);
  });

  it('shows control characters of names', () => {
    expect(factsOf(bibtex, entry('journal = {A\u001b[31mB}'))).toEqual({ venue: 'A␛[31mB' });
  });

  it('skips an entry without a title, and names it', () => {
    const { records, skipped } = read(bibtex, `@misc{empty,\n year = 2025\n}\n${entry('')}`);
    expect(records.map(({ id }) => id)).toEqual(['king2025light']);
    expect(skipped).toEqual([
      'a.bib: the entry "empty" was skipped: it has no title, or cannot be read.',
    ]);
  });

  it('is refused where an entry is not closed, with the place', () => {
    const text = `${entry('')}@article{b,\n  title = {Open`;
    expect(() => read(bibtex, text)).toThrow(CaptureError);
    expect(() => read(bibtex, text)).toThrow(/^a\.bib:6:16 {2}source\/unreadable/m);
  });
});

it('RIS has the same facts', () => {
  const text = `TY  - JOUR
TI  - Light Bridges
AU  - King, Ada
PY  - 2025/03/11
T2  - Journal of Bridges
DO  - 10.1000/x
AB  - We study bridges.
UR  - https://arxiv.org/abs/2503.00001
ER  - `;
  expect(read(ris, text).records).toEqual([
    {
      ...{ id: '2503.00001', source: 'books', date: '2025-03-11' },
      ...{ title: 'Light Bridges', abstract: 'We study bridges.' },
      facts: {
        ...{ arxivId: '2503.00001', authors: [{ family: 'King', given: 'Ada' }] },
        ...{ published: '2025-03-11', venue: 'Journal of Bridges', doi: '10.1000/x' },
      },
    },
  ]);
});

describe('CSL-JSON', () => {
  const item = {
    ...{ id: 'k', type: 'article-journal', title: 'Light <i>Bridges</i> for x < y' },
    author: [{ family: 'Berg', given: 'Bo', 'non-dropping-particle': 'van den' }, { literal: '' }],
    ...{ issued: { 'date-parts': [['2025', 3]] }, 'container-title': 'A &amp; B' },
  };

  it('has the same facts', () => {
    expect(read(cslJson, JSON.stringify([item])).records).toMatchObject([
      {
        ...{ id: 'k', title: 'Light Bridges for x < y', abstract: '' },
        facts: {
          authors: [{ family: 'van den Berg', given: 'Bo' }],
          ...{ published: '2025-03', venue: 'A &amp; B' },
        },
      },
    ]);
  });

  it('may be one entry; entries of another form are skipped', () => {
    expect(read(cslJson, JSON.stringify(item)).records).toHaveLength(1);
    expect(read(cslJson, JSON.stringify([item, { id: 3 }, 4])).skipped).toHaveLength(2);
  });

  it('is refused where it is cut off', () => {
    expect(() => read(cslJson, JSON.stringify([item]).slice(0, -9))).toThrow(
      'This begins as CSL-JSON and is not CSL-JSON here',
    );
  });
});
