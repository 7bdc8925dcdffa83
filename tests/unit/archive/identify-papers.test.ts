import { describe, expect, it } from 'vitest';
import { identifyPapers, type KnownIds } from '../../../src/archive/identify-papers.ts';
import type { LedgerPaper } from '../../../src/archive/ledger.ts';
import { signWords } from '../../../src/archive/minhash.ts';
import { textDigest } from '../../../src/archive/text-digest.ts';
import { wordSet } from '../../../src/text/word-overlap.ts';
import { makeAbstract } from './make-capture.ts';

type Row = readonly [capture: number, title: string, abstract: string];

const identify = (rows: readonly Row[], ledger: readonly LedgerPaper[] = []) =>
  identifyPapers(
    rows.map(([capture, title, abstract]) => ({ capture, title, abstract })),
    ledger,
  );
const papersOf = (...rows: readonly Row[]) => identify(rows).paperOf;

const base = makeAbstract(0);
/** 95 of 105 words in common with `base`: 0.90, a revision. */
const revised = makeAbstract(5);
/** 85 of 115 words: 0.74, like the two k-Medoids papers of the seeds. */
const similar = makeAbstract(15);
/** 50 of 150 words: 0.33, neither alike nor clearly different. */
const related = makeAbstract(50);
/** 20 of 180 words: 0.11, which two papers taken at random share. */
const different = makeAbstract(80);

const recordOf = (slug: string, title: string, ...revisions: (readonly [string, string])[]) => ({
  slug,
  formerSlugs: [],
  title,
  firstDay: '2025-03-11',
  texts: revisions.map(([t, a]) => textDigest(t, a)),
});

describe('identifyPapers', () => {
  it.each([
    ['to the letter', 'Light Bridge', base],
    ['in another case and spelling', 'LIGHT—bridge!', base],
    ['with a revised abstract', 'Light Bridge', revised],
    ['with a much revised abstract', 'Light Bridge', related],
  ])('takes the same title in another capture for the same paper: %s', (_, title, abstract) => {
    expect(papersOf([0, 'Light Bridge', base], [1, title, abstract])).toEqual([0, 0]);
  });

  it.each([
    ['in two captures', 1],
    ['in one capture', 0],
  ])(
    'takes the same title with a clearly different abstract for another paper, %s',
    (_, capture) => {
      expect(papersOf([0, 'Light', base], [capture, 'Light', different])).toEqual([0, 1]);
    },
  );

  it('takes the same title with the same abstract, twice in one capture, for one paper', () => {
    expect(papersOf([0, 'Light', base], [0, 'light', base])).toEqual([0, 0]);
  });

  it('takes nearly the same abstract under another title for the same paper, retitled', () => {
    expect(papersOf([0, 'Light', base], [1, 'Dark', revised])).toEqual([0, 0]);
  });

  it('never takes two titles of one capture for one paper, even with the same abstract', () => {
    expect(papersOf([0, 'Light', base], [0, 'Dark', base])).toEqual([0, 1]);
  });

  it('remembers of two titles that they once stood together', () => {
    const rows: Row[] = [
      [0, 'Light', base],
      [1, 'Dark', base],
      [2, 'Light', base],
      [2, 'Dark', base],
    ];
    const [a, b, c, d] = identify(rows).paperOf;
    expect([c, d]).toEqual([a, b]);
    expect(a).not.toBe(b);
  });

  it('keeps two papers whose abstracts are alike, but not nearly the same', () => {
    expect(papersOf([0, 'Light', base], [1, 'Dark', similar])).toEqual([0, 1]);
    expect(papersOf([0, 'Light', base], [1, 'Dark', related])).toEqual([0, 1]);
  });

  it('does not take short abstracts for one paper for a few words they share', () => {
    const words = 'we study how to train very large models on little data';
    expect(papersOf([0, 'Light', `${words} well`], [1, 'Dark', words])).toEqual([0, 1]);
  });

  it('does not take papers whose abstracts hold no word for one paper', () => {
    expect(papersOf([0, 'Light', '…'], [1, 'Dark', '…'])).toEqual([0, 1]);
  });

  it.each([
    ['empty titles', '', '', [0, 0]],
    ['titles of the same signs', '???', ' ??? ', [0, 0]],
    ['titles of other signs', '???', '!!!', [0, 1]],
    ['emoji', '🚀', '🔥', [0, 1]],
  ])('copes with %s', (_, a, b, papers) => {
    expect(papersOf([0, a, base], [1, b, papers[1] ? different : base])).toEqual(papers);
  });

  describe('in a script without spaces', () => {
    // 119 pairs of characters in a row, none of them twice.
    const row = (from: number) =>
      Array.from({ length: 120 }, (_, i) =>
        String.fromCodePoint(0x4e00 + ((7919 * (from + i)) % 19_997)),
      ).join('');
    const [chinese, edited, other] = [row(0), row(6), row(2000)];

    it('takes a revised abstract under another title for the same paper', () => {
      expect(papersOf([0, 'Light', `${chinese}。`], [1, 'Dark', `${edited}。`])).toEqual([0, 0]);
    });

    it('takes a revised abstract under the same title for the same paper', () => {
      expect(papersOf([0, '光', chinese], [1, '光', row(30)])).toEqual([0, 0]);
    });

    it('takes clearly different abstracts under one title for two papers', () => {
      expect(papersOf([0, '光', chinese], [1, '光', other])).toEqual([0, 1]);
    });
  });

  it('gives nothing for nothing', () => {
    expect(identify([])).toEqual({ paperOf: [], known: [], ids: [] });
  });

  describe('with a ledger', () => {
    const light = recordOf('light', 'Light', ['Light', base]);

    it('finds the paper of a revision it knows', () => {
      expect(identify([[0, 'Light', base]], [light])).toMatchObject({
        paperOf: [0],
        known: [light],
      });
    });

    it('keeps its papers though no capture holds them', () => {
      expect(identify([[0, 'Dark', base]], [light])).toMatchObject({
        paperOf: [1],
        known: [light, undefined],
      });
    });

    it('sticks to what it decided: a retitled paper stays one when its first revision is gone', () => {
      const record = recordOf('dark', 'Dark', ['Light', base], ['Dark', similar]);
      expect(identify([[0, 'Light', base]], [record]).paperOf).toEqual([0]);
      expect(identify([[0, 'Dark', similar]], [record]).paperOf).toEqual([0]);
    });

    it('sticks to what it decided: two papers stay two', () => {
      const dark = recordOf('dark', 'Dark', ['Dark', base]);
      const rows: Row[] = [
        [0, 'Light', base],
        [1, 'Dark', base],
      ];
      expect(identify(rows, [light, dark]).paperOf).toEqual([0, 1]);
    });

    it('knows the same title again, though the abstract was revised while no capture held it', () => {
      expect(identify([[0, 'Light', revised]], [light]).paperOf).toEqual([0]);
    });

    describe('of a paper that no capture holds, knows by its sketch', () => {
      const sketched = { ...light, sketch: signWords(wordSet(base)) };

      it('that another abstract under its title is another paper', () => {
        expect(identify([[0, 'Light', different]], [sketched])).toMatchObject({
          paperOf: [1],
          known: [sketched, undefined],
        });
      });

      it.each([
        ['revised', revised],
        ['much revised', similar],
        ['without a word', '…'],
      ])('that an abstract that is %s is still its own', (_, abstract) => {
        expect(identify([[0, 'Light', abstract]], [sketched]).paperOf).toEqual([0]);
      });

      it('which of two papers of its title comes back', () => {
        const other = {
          ...recordOf('light-2', 'Light', ['Light', different]),
          sketch: signWords(wordSet(different)),
        };
        const rows: Row[] = [
          [0, 'Light', makeAbstract(82)],
          [1, 'Light', revised],
        ];
        expect(identify(rows, [sketched, other]).paperOf).toEqual([1, 0]);
      });
    });

    it('compares abstracts also with a paper whose revision another paper has, too', () => {
      const retitled = recordOf('dark', 'Dark', ['Light', base], ['Dark', base]);
      const rows: Row[] = [
        [0, 'Dark', base],
        // Here both titles stand together, so that a second paper of the title "Dark" begins.
        [1, 'Light', base],
        [1, 'Dark', base],
        [2, 'Light', base],
        [2, 'Dark', different],
      ];
      expect(identify(rows, [retitled]).paperOf).toEqual([0, 0, 1, 0, 2]);
    });

    it('tells apart two papers of one title by their revisions', () => {
      const other = recordOf('light-2', 'Light', ['Light', different]);
      const rows: Row[] = [
        [0, 'Light', different],
        [1, 'Light', base],
      ];
      expect(identify(rows, [light, other]).paperOf).toEqual([1, 0]);
    });
  });
});

describe('identifyPapers, with arXiv ids', () => {
  type Entry = readonly [title: string, abstract: string, arxivId?: string];
  const identifyEntries = (
    entries: readonly Entry[],
    ledger: readonly LedgerPaper[] = [],
    knownIds?: KnownIds,
  ) =>
    identifyPapers(
      entries.map(([title, abstract, arxivId], capture) => ({ capture, title, abstract, arxivId })),
      ledger,
      undefined,
      knownIds,
    );

  it('takes one id for one paper, whatever title and abstract are', () => {
    const { paperOf, ids } = identifyEntries([
      ['Light', base, '2503.00001'],
      ['Dark', different, '2503.00001'],
    ]);
    expect(paperOf).toEqual([0, 0]);
    expect(ids).toEqual(['2503.00001']);
  });

  describe('that other sources know', () => {
    const light = recordOf('light', 'Light', ['Light', base]);
    const dark = recordOf('dark', 'Dark', ['Dark', different]);
    const known: KnownIds = new Map([['2503.00001', 'light']]);

    it('takes a later capture of the id for the paper, whatever its title and abstract', () => {
      const later: Entry = ['Retitled', different, '2503.00001'];
      expect(identifyEntries([later], [light, dark], known)).toMatchObject({
        ...{ paperOf: [0], ids: ['2503.00001', undefined] },
      });
    });

    it('leaves a text where the ledger has it', () => {
      const later: Entry = ['Dark', different, '2503.00001'];
      expect(identifyEntries([later], [light, dark], known).paperOf).toEqual([1]);
    });

    it('does not divide a paper whose captures have another id', () => {
      const later: Entry = ['Light', revised, '2503.00002'];
      expect(identifyEntries([later], [light, dark], known).paperOf).toEqual([0]);
    });
  });

  it('takes two ids for two papers, even with the same texts', () => {
    const entries: Entry[] = [
      ['Light', base, '2503.00001'],
      ['Light', base, '2503.00002'],
      ['Dark', revised, '2503.00003'],
    ];
    expect(identifyEntries(entries).paperOf).toEqual([0, 1, 2]);
  });

  it.each([
    ['first without an id', ['Light', base], ['Light', revised, '2503.00001']],
    ['first with an id', ['Light', revised, '2503.00001'], ['Light', base]],
  ] as const)('joins entries with and without an id if the texts agree: %s', (_, a, b) => {
    expect(identifyEntries([a, b])).toMatchObject({ paperOf: [0, 0], ids: ['2503.00001'] });
  });

  it('does not join them if the abstracts differ', () => {
    const entries: Entry[] = [
      ['Light', base],
      ['Light', different, '2503.00001'],
    ];
    expect(identifyEntries(entries).paperOf).toEqual([0, 1]);
  });

  it('knows a paper of the ledger by its id, or gives it one', () => {
    const known = { ...recordOf('light', 'Light', ['Light', base]), arxiv: '2503.00001' };
    expect(identifyEntries([['Other', different, '2503.00001']], [known]).paperOf).toEqual([0]);
    expect(identifyEntries([['Light', base, '2503.00002']], [known]).paperOf).toEqual([1]);
    const { arxiv, ...without } = known;
    const given = identifyEntries([['Light', base, arxiv]], [without]);
    expect(given).toMatchObject({ paperOf: [0], ids: [arxiv] });
  });
});
