import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { IdentifiedCapture } from '../../../src/archive/date-captures.ts';
import { emptyLedger, type Ledger, serialiseLedger } from '../../../src/archive/ledger.ts';
import { parseLedger } from '../../../src/archive/parse-ledger.ts';
import { runs } from '../../tier.ts';
import { makeAbstract, makeCapture } from './make-capture.ts';

const options = { today: '2026-11-20' };

/** Few titles and abstracts, so that papers are revised, retitled and confused all the time. */
const title = fc.constantFrom('Light', 'LIGHT!', 'Dark', 'Grey', 'CON', '???', '学习', 'Light 2');
const abstract = fc.constantFrom(0, 3, 6, 15, 70, 200).map(makeAbstract);
const date = fc.constantFrom(
  ...[
    { month: 3, day: 11 },
    { month: 3, day: 12 },
    { month: 3, day: 12, year: 2024 },
  ],
  ...[
    { month: 2, day: 28 },
    { month: 12, day: 31 },
  ],
);
const name = fc.constantFrom('a.txt', 'b.txt', 'c.txt', '2025-03-11.txt', 'd.txt');
const contents = fc.tuple(
  date,
  fc.array(fc.tuple(title, abstract), { minLength: 1, maxLength: 4 }),
);
/** Puts a capture into the folder, over one of that name if there is one, or removes it. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, contents) },
  { weight: 1, arbitrary: fc.tuple(name) },
);
const history = fc.array(step, { minLength: 1, maxLength: 8 });

/** The captures of the folder after each step. */
function replay(
  steps: readonly ([string] | [string, ContentsOf<typeof contents>])[],
): IdentifiedCapture[][] {
  const folder = new Map<string, IdentifiedCapture>();
  return steps.map(([file, content]) => {
    if (content === undefined) folder.delete(file);
    else folder.set(file, makeCapture(file, ...content));
    return [...folder.values()];
  });
}
type ContentsOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Every slug that an archive answers for, those that redirect and those of removed papers too. */
function answeringSlugs({ papers, retiredPapers }: Archive): string[] {
  return [...papers, ...retiredPapers].flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
}

const slugsOf = ({ papers }: Ledger) =>
  papers.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
const daysOf = ({ captures }: Ledger) =>
  captures.flatMap(({ day, formerDays }) => [day, ...formerDays]);

/** Checks something after each step of any history. */
function always(
  check: (
    built: ReturnType<typeof buildArchive>,
    captures: IdentifiedCapture[],
    before: Ledger,
  ) => void,
): void {
  fc.assert(
    fc.property(history, (steps) => {
      let ledger = emptyLedger;
      for (const captures of replay(steps)) {
        const built = buildArchive(captures, ledger, options);
        check(built, captures, ledger);
        ledger = built.ledger;
      }
    }),
    runs(300),
  );
}

describe('whatever is added, edited and removed', () => {
  it('every slug and every day that was ever given out answers', () => {
    always(({ archive, ledger }, _, before) => {
      const slugs = answeringSlugs(archive);
      expect(slugsOf(before).filter((slug) => !slugs.includes(slug))).toEqual([]);
      expect([...slugs].sort()).toEqual(slugsOf(ledger).sort());
      const days = [...archive.days, ...archive.retiredDays].map((day) => day.date);
      expect(daysOf(before).filter((day) => !days.includes(day))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    });
  });

  it('no slug is given out twice', () => {
    always(({ archive }) => {
      const slugs = answeringSlugs(archive);
      expect(new Set(slugs).size).toBe(slugs.length);
    });
  });

  it('the ledger loses no capture, no paper and no revision, keeps their order, and can be read again', () => {
    always(({ ledger }, _, before) => {
      const shas = ledger.captures.map((capture) => capture.sha256);
      expect(shas.slice(0, before.captures.length)).toEqual(before.captures.map((c) => c.sha256));
      before.papers.forEach((paper, i) => {
        const now = ledger.papers[i];
        expect(now?.id ?? now?.slug).toBe(paper.id ?? paper.slug);
        expect(now?.texts).toEqual(expect.arrayContaining(paper.texts));
        expect(now && now.firstDay <= paper.firstDay).toBe(true);
      });
      expect(parseLedger('seeds/ledger.json', serialiseLedger(ledger))).toEqual(ledger);
    });
  });

  it('every entry of every capture is in exactly one paper, with its words, and on its day', () => {
    always(({ archive }, captures) => {
      const distinct = new Map(captures.map((capture) => [capture.sha256, capture]));
      const entries = [...distinct.values()].flatMap((capture) => capture.entries);
      const listings = archive.papers.flatMap((paper) =>
        paper.listings.map((s) => ({ ...s, paper })),
      );
      expect(listings).toHaveLength(entries.length);
      for (const { name, day } of archive.captures) {
        const { entries } = captures.find(({ file }) => file === `seeds/${name}`) ?? {
          entries: [],
        };
        entries.forEach(({ title, abstract }, i) => {
          const here = listings.filter((s) => s.capture === name && s.rank === i + 1);
          expect(here).toHaveLength(1);
          const [listing] = here;
          expect(listing?.day).toBe(day);
          expect(listing?.paper.revisions[listing.revision]).toEqual({ title, abstract });
          const lines = archive.days.find(({ date }) => date === day)?.entries ?? [];
          const line = lines.filter(({ slug }) => slug === listing?.paper.slug);
          expect(line).toHaveLength(1);
          expect(line[0]?.listings).toContainEqual({ capture: name, rank: i + 1 });
        });
      }
    });
  });

  it('two titles of one capture are two papers', () => {
    always(({ archive }, captures) => {
      for (const { slug, listings, revisions } of archive.papers) {
        for (const { file } of captures) {
          const titles = listings
            .filter(({ capture }) => file === `seeds/${capture}`)
            .map(({ revision }) => revisions[revision]?.title.toLowerCase().replace('!', ''));
          expect(new Set(titles).size, slug).toBeLessThanOrEqual(1);
        }
      }
    });
  });

  it('building again with the ledger that came out changes nothing', () => {
    always(({ archive, ledger }, captures) => {
      const again = buildArchive(captures, ledger, options);
      expect(again.ledger).toEqual(ledger);
      expect(again.archive).toEqual(archive);
    });
  });

  it('the order in which captures are given does not matter', () => {
    always((built, captures, before) => {
      expect(buildArchive([...captures].reverse(), before, options)).toEqual(built);
      const turned = [...captures.slice(1), ...captures.slice(0, 1)];
      expect(buildArchive(turned, before, options)).toEqual(built);
    });
  });

  it('a capture that is removed and comes back has its slugs again', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const folders = replay(steps);
        const captures = folders[folders.length - 1] ?? [];
        const first = buildArchive(captures, emptyLedger, options);
        const without = buildArchive(captures.slice(1), first.ledger, options);
        const after = buildArchive(captures, without.ledger, options);
        expect(slugsOf(after.ledger).sort()).toEqual(slugsOf(without.ledger).sort());
        const identities = (archive: Archive) =>
          archive.papers.map(({ identity, listings }) => ({ identity, listings }));
        expect(identities(after.archive)).toEqual(identities(first.archive));
      }),
      runs(300),
    );
  });
});
