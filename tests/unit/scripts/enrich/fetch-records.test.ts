import { expect, it } from 'vitest';
import { fetchRecords } from '../../../../scripts/enrich/fetch-records.ts';
import type { Paper } from '../../../../src/archive/archive.ts';
import type { Fact } from '../../../../src/metadata/fact.ts';

/** A paper with a title of its own. */
const makePaper = (n: number, arxivId?: string): Paper => ({
  ...{ slug: `p-${n}`, identity: `p-${n}`, entered: n, formerSlugs: [], metadata: {} },
  ...(arxivId !== undefined && { arxivId }),
  revisions: [{ title: `Title ${n}`, abstract: `Abstract ${n}` }],
  listings: [{ day: '2025-03-11', capture: 'a.txt', rank: 1, revision: 0 }],
});
const withId = (n: number): Paper => makePaper(n, `2503.${10_000 + n}`);
const range = <Item>(size: number, make: (n: number) => Item): Item[] =>
  Array.from({ length: size }, (_, n) => make(n));

/** Asks about papers, of which arXiv has none, and returns what was asked for and how often facts were saved. */
async function ask(papers: Paper[], facts: readonly Fact[] = [], questions: string[] = []) {
  const asked: string[] = [];
  let saved = 0;
  await fetchRecords(papers, facts, {
    api: {
      fetchIds: async (ids) => {
        asked.push(`${ids.length} ids`);
        return [];
      },
      findTitle: async (title) => {
        asked.push(title);
        return [];
      },
    },
    asked: {
      has: (question) => questions.includes(question),
      add: (more) => questions.push(...more),
    },
    ...{ without: [], onRequest: () => {} },
    save: async () => {
      saved++;
    },
  });
  return { asked, saved };
}

it('asks for 100 ids at once, and for each title', async () => {
  const papers = [...range(250, withId), makePaper(900), makePaper(901)];
  expect((await ask(papers)).asked).toEqual([
    ...['100 ids', '100 ids', '50 ids', 'Title 900', 'Title 901'],
  ]);
});

it('saves after every ten requests, and at the end', async () => {
  expect((await ask(range(25, makePaper))).saved).toBe(3);
});

it('does not ask about papers of which arXiv has said something, but others may have', async () => {
  const venue = (paper: string, source: string): Fact => ({
    ...{ paper, field: 'venue', value: 'ICLR', source, date: '2025-03-11', match: 'id' },
  });
  const { asked } = await ask(range(2, makePaper), [venue('p-0', 'arxiv'), venue('p-1', 'dblp')]);
  expect(asked).toEqual(['Title 1']);
});

it('asks by an id that other sources gave', async () => {
  const id: Fact = {
    ...{ paper: 'p-0', field: 'arxivId', value: '2503.00001', source: 'dblp' },
    ...{ date: '2025-03-11', match: 'title' },
  };
  expect((await ask([makePaper(0)], [id])).asked).toEqual(['1 ids']);
});

it('asks no question twice', async () => {
  const questions: string[] = [];
  await ask([withId(0), makePaper(1)], [], questions);
  expect((await ask([withId(0), makePaper(1)], [], questions)).asked).toEqual([]);
});
