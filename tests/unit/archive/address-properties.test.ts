import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import { emptyLedger, serialiseLedger } from '../../../src/archive/ledger.ts';
import { parseLedger } from '../../../src/archive/parse-ledger.ts';
import { titleKey } from '../../../src/text/title-key.ts';
import { runs } from '../../tier.ts';
import { makeAbstract, makeCapture } from './make-capture.ts';

/** Any text that a capture may hold: no line breaks, and something in it. */
const line = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const pairs = fc.uniqueArray(fc.tuple(line, line), {
  minLength: 1,
  maxLength: 6,
  selector: ([title]) => titleKey(title),
});
const options = { today: '2025-04-01' };

it('from a paper of any words to its address and back, through the ledger, is the same paper', () => {
  fc.assert(
    fc.property(pairs, pairs, (first, second) => {
      const captures = [
        makeCapture('a.txt', { month: 3, day: 11 }, first),
        makeCapture('b.txt', { month: 3, day: 12 }, second),
      ];
      const built = buildArchive(captures, emptyLedger, options);
      const ledger = parseLedger('seeds/ledger.json', serialiseLedger(built.ledger));
      const { archive } = buildArchive(captures, ledger, options);
      expect(archive).toEqual(built.archive);
      // Each of the words is in one paper, and each paper at one address that a file system can hold.
      const slugs = archive.papers.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      const revisions = archive.papers.flatMap((paper) => paper.revisions);
      for (const [title, abstract] of [...first, ...second])
        expect(revisions).toContainEqual({ title, abstract });
      for (const { slug, identity } of archive.papers) {
        const record = ledger.papers.find((paper) => paper.slug === slug);
        expect(record?.id ?? record?.slug).toBe(identity);
      }
    }),
    runs(300),
  );
});

it('two papers of one title, one after the other, never have one address', () => {
  const [one, other] = [makeAbstract(0), makeAbstract(1000)];
  fc.assert(
    fc.property(line, (title) => {
      const before = makeCapture('a.txt', { month: 3, day: 11 }, [[title, one]]);
      const after = makeCapture('b.txt', { month: 3, day: 12 }, [[title, other]]);
      const { ledger } = buildArchive([before], emptyLedger, options);
      const { archive } = buildArchive([after], ledger, options);
      expect(archive.retiredPapers.map((paper) => paper.title)).toEqual([title]);
      expect(archive.papers[0]?.slug).not.toBe(archive.retiredPapers[0]?.slug);
    }),
    runs(300),
  );
});
