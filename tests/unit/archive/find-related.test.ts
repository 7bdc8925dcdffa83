import { describe, expect, it } from 'vitest';
import { findRelated } from '../../../src/archive/find-related.ts';
import type { RelatablePaper } from '../../../src/archive/paper-profiles.ts';
import { makePaper } from './make-paper.ts';

const bridge = makePaper(
  'bridge',
  'Light Schrödinger Bridge',
  'We solve the Schrödinger bridge between two densities by optimal transport with few parameters.',
);
const iterated = makePaper(
  'iterated',
  'Iterated Schrodinger Bridges',
  'Given snapshots of cells, we find the Schrodinger bridges between them.',
);
const pruning = makePaper(
  'pruning',
  'Pruning Networks by Magnitude',
  'We prune the weights of smallest magnitude and retrain. A ticket wins the lottery.',
);
const lottery = makePaper(
  'lottery',
  'Lottery Tickets at Initialization',
  'Lottery tickets are found by pruned weights of large magnitude. Optimal transport plays no part.',
);
const alone = makePaper('alone', 'Bees', 'Honey, hives, wax.');
const papers = [bridge, iterated, pruning, lottery, alone];
const listsOf = (all: readonly RelatablePaper[]) => Object.fromEntries(findRelated(all).related);
const sharedBy = (one: string, other: string, all = papers) =>
  listsOf(all)[one].find(({ slug }) => slug === other)?.shared;

describe('related papers', () => {
  it('find each other, most alike first, and not themselves', () => {
    const lists = listsOf(papers);
    expect(lists.bridge[0].slug).toBe('iterated');
    expect(lists.iterated[0].slug).toBe('bridge');
    expect(lists.pruning[0].slug).toBe('lottery');
    for (const [slug, list] of Object.entries(lists))
      expect(list.map((other) => other.slug)).not.toContain(slug);
  });

  it('are none where nothing is shared', () => {
    expect(listsOf(papers).alone).toEqual([]);
    expect(listsOf([])).toEqual({});
    expect(listsOf([alone])).toEqual({ alone: [] });
  });

  it('say what they share as a reader would write it, nothing twice', () => {
    expect(sharedBy('bridge', 'iterated')).toEqual([{ text: 'Schrödinger bridge' }]);
    const words = sharedBy('pruning', 'lottery')?.map((term) => 'text' in term && term.text);
    expect(words).toEqual(expect.arrayContaining(['magnitude', 'lottery', 'ticket']));
    expect(words?.filter((word) => /^prun/.test(String(word)))).toHaveLength(1);
  });

  it('share formulas too', () => {
    const withFormula = (slug: string): RelatablePaper => ({
      slug,
      title: { text: 'On a bound', formulas: [] },
      abstract: { text: 'Its cost is\nonly.', formulas: ['\\widetilde O(n^{3/2})'] },
    });
    const all = [withFormula('x'), withFormula('y'), ...papers];
    expect(sharedBy('x', 'y', all)).toContainEqual({ latex: '\\widetilde O(n^{3/2})' });
  });

  it('are the same in whatever order the papers come', () => {
    expect(listsOf([...papers].reverse())).toEqual(listsOf(papers));
  });

  it('that are equally alike stand in the order of their slugs, and are five at most', () => {
    const twins = ['f', 'b', 'g', 'a', 'd', 'c', 'e'].map((slug) =>
      makePaper(slug, 'Graph Kernels', 'Kernels of graphs by random walks.'),
    );
    const lists = listsOf([...twins, ...papers]);
    expect(lists.a.map(({ slug }) => slug)).toEqual(['b', 'c', 'd', 'e', 'f']);
    expect(lists.g.map(({ slug }) => slug)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('the cost', () => {
  /** Papers of a field with its own words, and of words that all fields have: as archives are. */
  const makeArchive = (size: number): RelatablePaper[] =>
    Array.from({ length: size }, (_, i) => {
      const words = Array.from({ length: 24 }, (_, j) => `common${(i * 7 + j * 13) % 30}word`);
      const field = `field${i % 20}name topic${i % 97}name`;
      return makePaper(`paper-${i}`, field, `${words.join(' ')} ${field}`);
    });
  const stepsOf = (size: number): number => findRelated(makeArchive(size)).steps;

  it('of a paper does not grow with the archive, once the lists of terms are full', () => {
    const [small, large] = [stepsOf(500), stepsOf(2000)];
    expect(small).toBeGreaterThan(1000);
    expect(large).toBeLessThan(4 * 1.1 * small);
  });

  it('keeps under what the docstring says', () => {
    expect(stepsOf(800)).toBeLessThanOrEqual(800 * 48 * (80 + 24));
  });
});
