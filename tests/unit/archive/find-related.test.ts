import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RelatedPapers } from '../../../src/archive/find-related.ts';
import {
  type Profile,
  type RelatablePaper,
  TermStatistics,
} from '../../../src/archive/paper-profiles.ts';
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
/** The related papers of all papers, as one volume. */
function findRelated(papers: readonly RelatablePaper[]) {
  const finder = new RelatedPapers();
  finder.add(papers);
  return { related: finder.find(), steps: finder.steps };
}

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
    const withFormula = (slug: string): RelatablePaper =>
      makePaper(slug, 'On a bound', 'Its cost is\nonly.', ['\\widetilde O(n^{3/2})']);
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

/** Papers of a field with its own words, and of words that all fields have: as archives are. */
const makeArchive = (size: number): RelatablePaper[] =>
  Array.from({ length: size }, (_, i) => {
    const words = Array.from({ length: 24 }, (_, j) => `common${(i * 7 + j * 13) % 30}word`);
    const field = `field${i % 20}name topic${i % 97}name`;
    return makePaper(`paper-${i}`, field, `${words.join(' ')} ${field}`);
  });

describe('in volumes', () => {
  /** The lists of each volume, when it has just been added. */
  function listVolumes(...volumes: (readonly RelatablePaper[])[]) {
    const finder = new RelatedPapers();
    return volumes.map((volume) => {
      finder.add(volume);
      return Object.fromEntries(finder.find());
    });
  }
  const slugsOf = (list: readonly { slug: string }[] | undefined) => list?.map(({ slug }) => slug);
  const archive = makeArchive(90);
  const [first, second, third] = [archive.slice(0, 40), archive.slice(40, 60), archive.slice(60)];

  it('those of one are found as all of an archive are', () => {
    expect(listVolumes(first)[0]).toEqual(Object.fromEntries(findRelated(first).related));
  });

  it('what comes in a later one changes no list of an earlier one', () => {
    const [lists, later] = listVolumes(first, second, third);
    const [own] = listVolumes(first);
    expect(Object.values(own ?? {}).flat().length).toBeGreaterThan(100);
    expect(lists).toEqual(own);
    expect(lists).toEqual(listVolumes(first, archive.slice(70), second)[0]);
    expect(later).toEqual(listVolumes(first, second)[1]);
  });

  it('what comes in a later one changes no profile of an earlier one', () => {
    const readAll = (profiles: readonly Profile[]) =>
      profiles.map(({ readTerm, ...profile }) => ({
        ...structuredClone(profile),
        forms: Array.from(profile.terms, (_, n) => readTerm(n)),
      }));
    const statistics = new TermStatistics();
    const profiles = statistics.add(first);
    const before = readAll(profiles);
    statistics.add(second);
    expect(readAll(profiles)).toEqual(before);
    expect(readAll(new TermStatistics().add(first))).toEqual(before);
    // Of the same papers in a later volume there would be others.
    expect(readAll(statistics.add(first))).not.toEqual(before);
  });

  it('papers of a later one find those of earlier ones, and those do not find them', () => {
    const unequal = makePaper(
      'unequal',
      'Unequal Schrödinger Bridges',
      'We find the Schrödinger bridge between densities of unequal mass.',
    );
    const [earlier, later] = listVolumes([bridge, iterated, pruning, lottery], [unequal, alone]);
    expect(Object.keys(later ?? {})).toEqual(['alone', 'unequal']);
    expect(later?.alone).toEqual([]);
    expect(slugsOf(later?.unequal)?.sort()).toEqual(['bridge', 'iterated']);
    expect(later?.unequal?.[0]?.shared).toEqual([{ text: 'Schrödinger bridge' }]);
    expect(Object.values(earlier ?? {}).flatMap(slugsOf)).not.toContain('unequal');
  });

  it('of those that are equally alike, those of earlier ones come first', () => {
    const twin = (slug: string) =>
      makePaper(slug, 'Graph Kernels', 'Kernels of graphs by random walks.');
    const [, lists] = listVolumes(['f', 'g'].map(twin), ['c', 'b', 'a', 'd'].map(twin));
    expect(slugsOf(lists?.b)).toEqual(['f', 'g', 'a', 'c', 'd']);
  });

  it('the order within one is of no matter', () => {
    const shuffled = (volume: readonly RelatablePaper[]) =>
      fc.shuffledSubarray([...volume], { minLength: volume.length });
    const expected = listVolumes(first, second, third);
    fc.assert(
      fc.property(shuffled(first), shuffled(second), shuffled(third), (...volumes) => {
        expect(listVolumes(...volumes)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('an empty one changes nothing', () => {
    expect(listVolumes(first, [], second)).toEqual([
      ...listVolumes(first),
      {},
      listVolumes(first, second)[1],
    ]);
  });
});

describe('the cost', () => {
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
