import { describe, expect, it } from 'vitest';
import { currentRevision } from '../../../src/archive/archive.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { IdentifiedCapture } from '../../../src/archive/date-captures.ts';
import { emptyLedger, type Ledger } from '../../../src/archive/ledger.ts';
import { makeAbstract, makeCapture, march11 } from './make-capture.ts';

const today = '2026-11-20';
const build = (
  captures: readonly IdentifiedCapture[],
  ledger: Ledger = emptyLedger,
  years?: ReadonlyMap<string, number>,
) => buildArchive(captures, ledger, { today, years });
/** Builds one list of captures after another, each with the ledger that the one before left. */
const buildAll = (...steps: readonly (readonly IdentifiedCapture[])[]) =>
  steps.slice(1).reduce((built, captures) => build(captures, built.ledger), build(steps[0] ?? []));

const light = ['Light Bridge', makeAbstract(0)] as const;
const dark = ['Dark Bridge', makeAbstract(5)] as const;
const other = ['Other Things', makeAbstract(500)] as const;
const at = (day: number, year = 2025) => ({ month: 3, day, year });

const monday = makeCapture('a.txt', at(10), [light]);
const tuesday = makeCapture('b.txt', at(11), [dark]);
const wednesday = makeCapture('c.txt', at(12), [light]);

describe('a paper', () => {
  it('is one over captures, with each place where it stood', () => {
    const second = makeCapture('b.txt', at(11), [other, light]);
    const { papers } = build([monday, second]).archive;
    expect(papers.map((paper) => paper.slug)).toEqual(['light-bridge', 'other-things']);
    expect(papers[0]).toEqual({
      slug: 'light-bridge',
      identity: 'light-bridge',
      metadata: {},
      entered: 0,
      formerSlugs: [],
      revisions: [{ title: light[0], abstract: light[1] }],
      listings: [
        { day: '2025-03-10', capture: 'a.txt', rank: 1, revision: 0 },
        { day: '2025-03-11', capture: 'b.txt', rank: 2, revision: 0 },
      ],
    });
  });

  it('keeps its place in the ledger when one before it is removed', () => {
    const first = makeCapture('a.txt', at(10), [light]);
    const second = makeCapture('b.txt', at(11), [other]);
    const { ledger } = build([first, second]);
    const { papers, days } = build([second], ledger).archive;
    expect(papers).toMatchObject([{ slug: 'other-things', entered: 1 }]);
    expect(days).toMatchObject([{ date: '2025-03-11', entered: 1 }]);
  });

  it('keeps every revision and is shown with the one captured last', () => {
    const revised = makeCapture('b.txt', at(11), [['LIGHT bridge', makeAbstract(3)]]);
    const [paper] = build([revised, monday]).archive.papers;
    expect(paper?.revisions.map((revision) => revision.title)).toEqual([
      'Light Bridge',
      'LIGHT bridge',
    ]);
    expect(paper && currentRevision(paper).title).toBe('LIGHT bridge');
    expect(paper?.slug).toBe('light-bridge');
  });

  it('that was retitled has a slug of the new title, its old slug as a former one and its identity still', () => {
    const { archive, ledger } = buildAll([monday], [monday, tuesday]);
    expect(archive.papers).toMatchObject([
      { slug: 'dark-bridge', identity: 'light-bridge', formerSlugs: ['light-bridge'] },
    ]);
    expect(ledger.papers).toMatchObject([
      {
        slug: 'dark-bridge',
        id: 'light-bridge',
        formerSlugs: ['light-bridge'],
        title: 'Dark Bridge',
      },
    ]);
  });

  it('whose old title comes back takes its old slug again', () => {
    const { archive, ledger } = buildAll([monday], [monday, tuesday], [monday, tuesday, wednesday]);
    expect(archive.papers).toMatchObject([
      { slug: 'light-bridge', identity: 'light-bridge', formerSlugs: ['dark-bridge'] },
    ]);
    expect(ledger.papers[0]).not.toHaveProperty('id');
  });

  it('does not get a slug that another paper once had', () => {
    const namesake = makeCapture('d.txt', at(13), [['Light Bridge', makeAbstract(900)]]);
    const { archive } = buildAll([monday], [monday, tuesday], [monday, tuesday, namesake]);
    expect(archive.papers.map((paper) => paper.slug)).toEqual(['dark-bridge', 'light-bridge-2']);
  });

  it('stays as it is when both its titles turn up in one capture, and so does the new one beside it', () => {
    const both = makeCapture('d.txt', at(13), [['Dark Bridge', makeAbstract(3)], light]);
    const third = makeCapture('e.txt', at(14), [['Dark Bridge', makeAbstract(3)]]);
    const built = buildAll([monday], [monday, tuesday], [monday, tuesday, both, third]);
    const again = build([monday, tuesday, both, third], built.ledger);
    expect(again.ledger).toEqual(built.ledger);
    expect(again.archive).toEqual(built.archive);
    expect(built.archive.papers).toHaveLength(2);
  });

  it('of the same title and another abstract has a numbered slug', () => {
    const twins = makeCapture('a.txt', at(10), [light, ['Light Bridge', makeAbstract(900)]]);
    expect(build([twins]).archive.papers.map((paper) => paper.slug)).toEqual([
      ...['light-bridge', 'light-bridge-2'],
    ]);
  });

  it('without a title that can be spelled has a slug all the same', () => {
    const odd = makeCapture('a.txt', at(10), [
      ['🚀', makeAbstract(0)],
      ['学习', makeAbstract(200)],
      ['CON', makeAbstract(400)],
    ]);
    expect(build([odd]).archive.papers.map((paper) => paper.slug)).toEqual([
      ...['paper', 'paper-2', 'con-paper'],
    ]);
  });
});

describe('the ledger', () => {
  it('records captures and papers', () => {
    expect(build([monday]).ledger).toEqual({
      version: 1,
      captures: [{ sha256: monday.sha256, name: 'a.txt', day: '2025-03-10', formerDays: [] }],
      papers: [
        {
          slug: 'light-bridge',
          formerSlugs: [],
          title: 'Light Bridge',
          firstDay: '2025-03-10',
          texts: [expect.stringMatching(/^[0-9a-f]{16}$/)],
          sketch: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  it('remembers a paper and a day whose capture was removed', () => {
    const { archive, ledger } = buildAll([monday, makeCapture('d.txt', at(13), [other])], [monday]);
    expect(archive.retiredPapers).toEqual([
      { slug: 'other-things', formerSlugs: [], title: 'Other Things', firstDay: '2025-03-13' },
    ]);
    expect(archive.retiredDays).toEqual([{ date: '2025-03-13' }]);
    expect(archive.papers.map((paper) => paper.slug)).toEqual(['light-bridge']);
    expect(ledger.captures.map((capture) => capture.name)).toEqual(['a.txt', 'd.txt']);
  });

  it('gives a capture that comes back its slugs again, whatever came in between', () => {
    const rival = makeCapture('z.txt', at(1), [['Light-Bridge 2', makeAbstract(900)], other]);
    const namesake = makeCapture('y.txt', at(2), [['Light Bridge', makeAbstract(900)]]);
    const { archive } = buildAll([monday, tuesday], [rival], [rival, namesake], [monday, tuesday]);
    expect(archive.papers).toMatchObject([
      { slug: 'dark-bridge', identity: 'dark-bridge', revisions: [{}, {}] },
    ]);
  });

  it('gives a removed paper’s slug to no other', () => {
    const rival = makeCapture('z.txt', at(1), [['Light — Bridge!?', makeAbstract(900)]]);
    const twins = makeCapture('a.txt', at(10), [light, ['Light Bridge', makeAbstract(500)]]);
    const { archive } = buildAll(
      [twins],
      [other].map((p) => makeCapture('b.txt', at(11), [p])),
      [rival],
    );
    const slugs = [...archive.papers, ...archive.retiredPapers].map((paper) => paper.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toEqual(
      expect.arrayContaining(['light-bridge', 'light-bridge-2', 'other-things']),
    );
  });

  it('keeps the first day of a paper that an earlier capture of it leaves', () => {
    const { ledger } = buildAll([monday, wednesday], [wednesday]);
    expect(ledger.papers[0]?.firstDay).toBe('2025-03-10');
  });

  it('is not changed in place', () => {
    const { ledger } = build([monday]);
    const copy = structuredClone(ledger);
    build(
      [tuesday, makeCapture('a.txt', at(10, 2024), [other])],
      ledger,
      new Map([[monday.sha256, 2024]]),
    );
    expect(ledger).toEqual(copy);
  });

  it('changes a capture’s name with the file’s', () => {
    const renamed = { ...monday, file: 'seeds/renamed.txt' };
    const { ledger, archive } = buildAll([monday], [renamed]);
    expect(ledger.captures).toMatchObject([{ sha256: monday.sha256, name: 'renamed.txt' }]);
    expect(archive.papers[0]?.listings[0]?.capture).toBe('renamed.txt');
  });
});

describe('the same bytes under another name', () => {
  it('are one capture, counted once and noted', () => {
    const { archive, ledger, notes } = build([{ ...monday, file: 'seeds/z.txt' }, monday]);
    expect(archive.captures).toMatchObject([{ name: 'a.txt', size: 1 }]);
    expect(archive.papers[0]?.listings).toHaveLength(1);
    expect(ledger.captures).toHaveLength(1);
    expect(notes).toEqual(['seeds/z.txt is the same capture as seeds/a.txt: it is counted once.']);
  });
});

describe('a day', () => {
  it('is the union of its captures, each paper once, in the order captured', () => {
    const morning = makeCapture('a.txt', at(11), [light, other]);
    const evening = makeCapture('b.txt', at(11), [['New One', makeAbstract(900)], other]);
    expect(build([evening, morning]).archive.days).toEqual([
      {
        date: '2025-03-11',
        entered: 0,
        captures: [
          { name: 'a.txt', size: 2 },
          { name: 'b.txt', size: 2 },
        ],
        entries: [
          { slug: 'light-bridge', listings: [{ capture: 'a.txt', rank: 1 }] },
          {
            slug: 'other-things',
            listings: [
              { capture: 'a.txt', rank: 2 },
              { capture: 'b.txt', rank: 2 },
            ],
          },
          { slug: 'new-one', listings: [{ capture: 'b.txt', rank: 1 }] },
        ],
      },
    ]);
  });

  it('stands in its place, oldest first, whatever the files are called', () => {
    const early = makeCapture('z.txt', at(1), [other]);
    expect(build([monday, early]).archive.days.map((day) => day.date)).toEqual([
      ...['2025-03-01', '2025-03-10'],
    ]);
  });
});

describe('the year of a capture', () => {
  const undated = makeCapture('a.txt', march11, [light]);

  it('that is given and another than the date line’s is a fault', () => {
    const dated = makeCapture('a.txt', at(11, 2024), [light]);
    const { problems, archive } = build([dated], emptyLedger, new Map([[dated.sha256, 2023]]));
    expect(problems).toMatchObject([{ file: 'seeds/a.txt', line: 1, code: 'date/year' }]);
    expect(problems[0]?.message).toContain('--year says 2023');
    expect(archive.captures).toEqual([]);
    expect(build([dated], emptyLedger, new Map([[dated.sha256, 2024]])).problems).toEqual([]);
  });

  it('that is given and another than the name’s is a fault, with the way to rename the file', () => {
    const named = makeCapture('2026-03-11 b.txt', march11, [light]);
    const { problems } = build([named], emptyLedger, new Map([[named.sha256, 2025]]));
    expect(problems).toMatchObject([{ line: 1, column: 1, code: 'date/year' }]);
    expect(problems[0]?.message).toContain('2026-03-11');
    expect(problems[0]?.hint).toContain(
      "mv 'seeds/2026-03-11 b.txt' 'seeds/2025-03-11 b.txt', then npm run seeds:add -- 'seeds/2025-03-11 b.txt'",
    );
    expect(build([named], emptyLedger, new Map([[named.sha256, 2026]])).problems).toEqual([]);
  });

  it('that is given against a name that stands in for the date line is a fault of the name, too', () => {
    const date = { month: 2, day: 29, year: 2024 };
    const capture = makeCapture('2024-02-29.txt', date, [light]);
    const named = { ...capture, date: { ...capture.date, line: 0, column: 0 } };
    const hintOf = (year: number) =>
      build([named], emptyLedger, new Map([[named.sha256, year]])).problems[0]?.hint;
    expect(hintOf(2020)).toContain('mv seeds/2024-02-29.txt seeds/2020-02-29.txt');
    expect(hintOf(2025)).toBe('omit --year: 2025 has no such day.');
  });

  it('moves with the file’s name, and the day it was of is remembered', () => {
    const named = makeCapture('2026-03-11.txt', march11, [light]);
    const renamed = makeCapture('2025-03-11.txt', march11, [light]);
    expect(buildAll([named], [renamed]).ledger.captures).toMatchObject([
      { day: '2025-03-11', formerDays: ['2026-03-11'] },
    ]);
  });

  it('is noted where the date line is of another day than the name', () => {
    const { notes, archive } = build([
      makeCapture('2025-03-11.txt', { month: 10, day: 1 }, [light]),
      makeCapture('2025-03-12.txt', { month: 3, day: 12 }, [other]),
    ]);
    expect(archive.captures.map((c) => c.day)).toEqual(['2025-03-12', '2025-10-01']);
    expect(notes).toEqual([
      'seeds/2025-03-11.txt: its name begins with 2025-03-11 and its date line says "10/1"; it is taken to be of 2025-10-01.',
    ]);
  });

  it('that is assumed is noted, with the way to change it', () => {
    const { archive, notes } = build([undated]);
    expect(archive.days.map((day) => day.date)).toEqual(['2026-03-11']);
    expect(notes).toEqual([expect.stringContaining('2026-03-11 is assumed')]);
    expect(notes[0]).toContain('npm run seeds:add -- seeds/a.txt --year 2025');
  });

  it('stays as the ledger has it, also years later', () => {
    const { ledger } = build([undated]);
    const { archive, notes } = buildArchive([undated], ledger, { today: '2031-01-01' });
    expect(archive.days.map((day) => day.date)).toEqual(['2026-03-11']);
    expect(notes).toEqual([]);
  });

  it('that is corrected moves the day and leaves a redirect, which a second correction follows', () => {
    const first = build([undated]);
    const second = build([undated], first.ledger, new Map([[undated.sha256, 2025]]));
    expect(second.archive.days.map((day) => day.date)).toEqual(['2025-03-11']);
    expect(second.ledger.captures).toMatchObject([
      { day: '2025-03-11', formerDays: ['2026-03-11'] },
    ]);
    expect(second.archive.retiredDays).toEqual([{ date: '2026-03-11', movedTo: '2025-03-11' }]);
    const third = build([undated], second.ledger, new Map([[undated.sha256, 2024]]));
    expect(third.archive.retiredDays).toEqual([
      { date: '2025-03-11', movedTo: '2024-03-11' },
      { date: '2026-03-11', movedTo: '2024-03-11' },
    ]);
  });

  it('that is corrected back leaves no redirect to itself', () => {
    const first = build([undated]);
    const second = build([undated], first.ledger, new Map([[undated.sha256, 2025]]));
    const third = build([undated], second.ledger, new Map([[undated.sha256, 2026]]));
    expect(third.ledger.captures).toMatchObject([
      { day: '2026-03-11', formerDays: ['2025-03-11'] },
    ]);
    expect(third.archive.retiredDays).toEqual([{ date: '2025-03-11', movedTo: '2026-03-11' }]);
  });

  it('leaves no redirect on a day that another capture is of', () => {
    const dated = makeCapture('b.txt', { ...march11, year: 2026 }, [other]);
    const first = build([undated, dated]);
    const second = build([undated, dated], first.ledger, new Map([[undated.sha256, 2025]]));
    expect(second.archive.retiredDays).toEqual([]);
    expect(second.archive.days.map((day) => day.date)).toEqual(['2025-03-11', '2026-03-11']);
  });

  it('outlives an edit of the file, and so does its redirect', () => {
    const first = build([undated]);
    const corrected = build([undated], first.ledger, new Map([[undated.sha256, 2024]]));
    const edited = makeCapture('a.txt', march11, [light, other]);
    const again = makeCapture('a.txt', march11, [light, other, dark]);
    const second = build([edited], corrected.ledger);
    const third = build([again], second.ledger);
    for (const { archive } of [second, third]) {
      expect(archive.days.map((day) => day.date)).toEqual(['2024-03-11']);
      expect(archive.retiredDays).toEqual([{ date: '2026-03-11', movedTo: '2024-03-11' }]);
    }
  });

  it('that is written into the date line moves the day and leaves a redirect', () => {
    const dated = makeCapture('a.txt', { ...march11, year: 2024 }, [light]);
    const { archive } = build([dated], build([undated]).ledger);
    expect(archive.days.map((day) => day.date)).toEqual(['2024-03-11']);
    expect(archive.retiredDays).toEqual([{ date: '2026-03-11', movedTo: '2024-03-11' }]);
  });

  it('outlives a corrected month or day, which leaves a redirect', () => {
    const { ledger } = build([makeCapture('a.txt', { ...march11, year: 2020 }, [light])]);
    const edited = makeCapture('a.txt', { month: 4, day: 12 }, [light, other]);
    const { archive } = build([edited], ledger);
    expect(archive.days.map((day) => day.date)).toEqual(['2020-04-12']);
    expect(archive.retiredDays).toEqual([{ date: '2020-03-11', movedTo: '2020-04-12' }]);
  });

  it('is an earlier one if a corrected day is still to come', () => {
    const { ledger } = build([makeCapture('a.txt', march11, [light])]);
    const edited = makeCapture('a.txt', { month: 12, day: 31 }, [light, other]);
    const [day] = build([edited], ledger).archive.days;
    expect(day.date.slice(4)).toBe('-12-31');
    expect(day.date <= today).toBe(true);
  });

  it('comes from the replaced capture of that day, if the file has several days', () => {
    const captures = [11, 12].map((day) =>
      makeCapture('a.json', { month: 3, day, year: 2020 }, [day === 11 ? light : other]),
    );
    const { ledger } = build(captures);
    const edited = makeCapture('a.json', { month: 3, day: 12, year: 2020 }, [other, dark]);
    const { archive } = build([captures[0], edited], ledger);
    expect(archive.days.map((day) => day.date)).toEqual(['2020-03-11', '2020-03-12']);
    expect(archive.retiredDays).toEqual([]);
  });

  it('of a day has captures in the order in which they were entered', () => {
    const first = makeCapture('z.txt', march11, [light]);
    const { ledger } = build([first]);
    const { archive } = build([makeCapture('a.txt', march11, [other]), first], ledger);
    expect(archive.days[0].captures.map(({ name }) => name)).toEqual(['z.txt', 'a.txt']);
    const together = ['2026-03-11-2.txt', '2026-03-11.txt'].map((name, i) =>
      makeCapture(name, march11, [i ? light : other]),
    );
    const fresh = build(together).archive.days[0];
    expect(fresh.captures.map(({ name }) => name)).toEqual(['2026-03-11.txt', '2026-03-11-2.txt']);
  });

  describe('in which there were no daily papers yet, or which has not come', () => {
    const tomorrow = new Date(Date.parse(today) + 24 * 3600 * 1000);
    const [month, day] = [tomorrow.getUTCMonth() + 1, tomorrow.getUTCDate()];
    const nextYear = tomorrow.getUTCFullYear() + 1;
    const undatedTomorrow = makeCapture('a.txt', { month, day }, [light]);
    const isoOf = (year: number) => `${String(year).padStart(4, '0')}-03-11`;

    it.each([1, 1999, nextYear])('is a problem: %i', (year) => {
      const dated = makeCapture('a.txt', at(11, year), [light]);
      const named = makeCapture(`${isoOf(year)}.txt`, march11, [light]);
      const given = new Map([[undatedTomorrow.sha256, year]]);
      const known = build([undated], emptyLedger, new Map([[undated.sha256, 2025]])).ledger;
      for (const record of known.captures) record.day = isoOf(year);
      const faults = [
        build([dated]),
        build([named]),
        build([undatedTomorrow], emptyLedger, given),
        build([undated], known),
      ].map(({ problems }) => problems.map(({ code, hint }) => `${code}: ${hint}`));
      expect(faults).toEqual([
        ['date/range: correct the year in the date line.'],
        [expect.stringMatching(/^date\/range: rename ".*" so that it begins with the right day/)],
        [expect.stringMatching(/^date\/range: .*npm run seeds:add -- seeds\/a.txt --year/)],
        [expect.stringMatching(/^date\/range: .*npm run seeds:add -- seeds\/a.txt --year/)],
      ]);
    });

    it('is none from 2000 to tomorrow', () => {
      const first = makeCapture('a.txt', { month: 1, day: 1, year: 2000 }, [light]);
      const last = makeCapture('b.txt', { month, day, year: nextYear - 1 }, [other]);
      expect(build([first, last]).problems).toEqual([]);
    });
  });

  it('in which there is no such day is a problem at the date line, and no other capture suffers', () => {
    const leap = makeCapture('leap.txt', { month: 2, day: 29 }, [other]);
    const { problems, archive } = build(
      [leap, monday],
      emptyLedger,
      new Map([[leap.sha256, 2025]]),
    );
    expect(problems).toMatchObject([
      { file: 'seeds/leap.txt', line: 1, column: 1, code: 'date/impossible' },
    ]);
    expect(problems[0]?.hint).toContain('--year 2024');
    expect(archive.captures.map((capture) => capture.name)).toEqual(['a.txt']);
  });
});
