import { describe, expect, it } from 'vitest';
import type { CandidateFact } from '../../../src/metadata/fact.ts';
import { matchPapers } from '../../../src/metadata/match-papers.ts';
import { PaperIndex, type PaperToMatch } from '../../../src/metadata/paper-index.ts';
import type { SourceRecord } from '../../../src/metadata/sources/source-record.ts';
import { makeAuthors, makePaper, makeRecord, makeWords } from './make-record.ts';

const title = 'Light Bridges of the Long Coast';
const first = '2503.00001';
const second = '2503.00002';
const light = makePaper('light', title, makeWords(0));

/** What is found, as `paper id how`, and what is uncertain, as `paper id: reason`. */
function match(
  papers: readonly PaperToMatch[],
  records: readonly SourceRecord[],
  decisions: readonly CandidateFact[] = [],
) {
  const accepted = decisions
    .filter(({ value }) => value.decision === 'accepted')
    .map(({ paper, value }) => ({ paper, id: value.id }));
  const { matches, uncertain } = matchPapers(new PaperIndex(papers, accepted), records, decisions);
  return {
    found: matches.map(({ paper, record, match }) => `${paper.slug} ${record.id} ${match}`),
    uncertain: uncertain.map(
      ({ paper, record, reason }) => `${paper.slug} ${record.id}: ${reason}`,
    ),
  };
}
const none = { found: [], uncertain: [] };
const bib = (key: string, facts: SourceRecord['facts'] = {}, ownTitle = title): SourceRecord =>
  makeRecord(key, ownTitle, '', facts);

describe('a record is a paper', () => {
  it('by its arXiv id, whatever its title', () => {
    const known = { ...light, arxivId: first };
    expect(match([known], [makeRecord(first, 'Retitled', makeWords(900))])).toEqual({
      found: [`light ${first} id`],
      uncertain: [],
    });
  });

  it('by its DOI, in any case', () => {
    const known = { ...light, doi: '10.1000/Ab' };
    expect(match([known], [bib('k', { doi: '10.1000/aB' }, 'Another')]).found).toEqual([
      'light k id',
    ]);
  });

  it.each([
    ['equal', makeWords(0)],
    ['revised', makeWords(30)],
  ])('by title and an %s abstract', (_, abstract) => {
    const record = makeRecord(first, 'light bridges: of the LONG coast', abstract);
    expect(match([light], [record])).toEqual({ found: [`light ${first} text`], uncertain: [] });
  });

  it('by a title that one side has before the channel', () => {
    const raw = makePaper('raw', '$\\textit{Light}$ Bridges', makeWords(0));
    const record = makeRecord(first, 'Light Bridges', makeWords(0));
    expect(match([raw], [record]).found).toEqual([`raw ${first} text`]);
  });

  it('by a title of five words alone, if the source has no abstract', () => {
    expect(match([light], [bib('key')])).toEqual({ found: ['light key title'], uncertain: [] });
  });

  it('once, if a file has it several times', () => {
    const later = { ...makeRecord(first, title, makeWords(0)), date: '2025-03-12' };
    const { matches } = matchPapers(new PaperIndex([light]), [
      later,
      makeRecord(first, title, makeWords(0)),
    ]);
    expect(matches.map(({ record }) => record)).toEqual([later]);
  });
});

describe('a record is another paper', () => {
  it.each<[string, PaperToMatch, SourceRecord]>([
    ['with another id', { ...light, arxivId: second }, makeRecord(first, title, makeWords(0))],
    ['with another abstract', light, makeRecord(first, title, makeWords(500))],
    [
      'by other authors, without an abstract',
      { ...light, authors: makeAuthors('Ada King', 'Bo Li') },
      bib('key', { authors: makeAuthors('Cy King', 'Di Wu') }),
    ],
    ['with another title, without an abstract', light, bib('key', {}, `${title} Revisited`)],
    ['with other texts', light, makeRecord(first, 'Dark Bridges', makeWords(60))],
  ])('%s', (_, paper, record) => {
    expect(match([paper], [record])).toEqual(none);
  });
});

describe('it is uncertain whether a record is a paper', () => {
  it.each<[string, PaperToMatch, SourceRecord, string]>([
    [
      'with a rewritten abstract',
      light,
      makeRecord(first, title, makeWords(50)),
      'the titles are the same, the abstracts share 33 % of their words',
    ],
    [
      'under another title',
      light,
      makeRecord(first, 'Bridges, Extended', `${makeWords(0)} y z`),
      'the abstracts share 98 % of their words, the titles differ',
    ],
    [
      'with a short title alone',
      makePaper('mamba', 'Mamba', makeWords(0)),
      bib('key', {}, 'Mamba'),
      'the titles are the same, and short',
    ],
    [
      'by other authors, with a similar abstract',
      { ...light, authors: makeAuthors('Ada King') },
      makeRecord(first, title, makeWords(10), { authors: makeAuthors('Di Wu') }),
      'the abstracts share 82 % of their words, the authors are others',
    ],
  ])('%s', (_, paper, record, reason) => {
    const { found, uncertain } = match([paper], [record]);
    expect(found).toEqual([]);
    expect(uncertain).toEqual([`${paper.slug} ${record.id}: ${reason}`]);
  });

  it('where a workshop and a journal have its title, without abstracts', () => {
    const { found, uncertain } = match([light], [bib('workshop'), bib('journal')]);
    expect(found).toEqual([]);
    expect(uncertain).toEqual(
      ['workshop', 'journal'].map(
        (key) => `light ${key}: the titles are the same, and so is that of another`,
      ),
    );
  });

  it('where two papers have its title', () => {
    const twin = makePaper('twin', title, makeWords(500));
    expect(match([light, twin], [bib('key')]).found).toEqual([]);
    expect(match([light, twin], [bib('key')]).uncertain).toHaveLength(2);
  });

  it('where two versions with similar abstracts are as near', () => {
    const versions = [first, second].map((id, i) => makeRecord(id, title, makeWords(i)));
    const { found, uncertain } = match([light], versions);
    expect(found).toEqual([]);
    expect(uncertain).toHaveLength(2);
  });
});

it('takes the version whose abstract is clearly nearer, and lists no other', () => {
  const versions = [
    makeRecord(first, title, makeWords(0)),
    makeRecord(second, title, makeWords(30)),
  ];
  expect(match([light], versions)).toEqual({ found: [`light ${first} text`], uncertain: [] });
});

describe('the maintainer', () => {
  const decide = (id: string, decision: 'accepted' | 'refused'): CandidateFact => ({
    ...{ paper: 'light', field: 'candidate', source: 'arxiv', date: '2025-03-11' },
    ...{ match: 'maintainer', value: { id, decision } },
  });

  it('accepts a record that would not be found', () => {
    const record = makeRecord(first, 'Unlike', makeWords(900));
    expect(match([light], [record], [decide(first, 'accepted')]).found).toEqual([
      `light ${first} maintainer`,
    ]);
  });

  it('refuses one that would be found', () => {
    const known = { ...light, arxivId: first };
    for (const paper of [light, known]) {
      const record = makeRecord(first, title, makeWords(0));
      expect(match([paper], [record], [decide(first, 'refused')])).toEqual(none);
    }
  });
});
