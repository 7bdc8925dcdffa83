import { describe, expect, test } from 'vitest';
import { type PlannedPack, planPacks, type SiteFile } from '../../../src/packs/plan-packs.ts';

/** Files that are kept with the first visit. */
const coreFiles = [
  ...['index.html', 'search/index.html', '_astro/a.css', 'icons/icon.png'],
  ...['guide/index.html', 'guide/data/index.html', 'search/guide.json'],
];

/** A site of so many days with so many papers each. */
function makeSite(days: number, papersPerDay: number): { files: SiteFile[]; plan: PlannedPack[] } {
  const firstDays = new Map<string, string>();
  const fragments = new Map<string, string>();
  const paths = [...coreFiles];
  for (let day = 0; day < days; day++) {
    const date = `2025-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`;
    paths.push(`days/${date}/index.html`);
    for (let rank = 0; rank < papersPerDay; rank++) {
      // Slugs are in no order of days.
      const slug = `${rank}-paper-${day}`;
      firstDays.set(slug, date);
      fragments.set(`pagefind/fragment/en_${slug}.pf_fragment`, slug);
      paths.push(`papers/${slug}/index.html`, `pagefind/fragment/en_${slug}.pf_fragment`);
    }
  }
  for (let i = 0; i < 10; i++) paths.push(`pagefind/index/en_${i}.pf_index`);
  const files = paths.map((path) => ({ path, sizeBytes: 300_000 }));
  return { files, plan: planPacks(files, { firstDays, fragments }) };
}

/** A pack as text, so that two can be compared. */
const spell = ({ files }: PlannedPack): string => files.join('\n');

/** Whether a pack is one of papers, or of days. */
const isOfPapers = ({ files }: PlannedPack): boolean =>
  files.some((path) => /^papers\//.test(path));
const isOfDays = ({ files }: PlannedPack): boolean => files.some((path) => /^days\//.test(path));

describe('a plan', () => {
  const { files, plan } = makeSite(100, 20);

  test('has every file once', () => {
    const all = plan.flatMap((pack) => pack.files);
    expect(all.sort()).toEqual(files.map(({ path }) => path).sort());
  });

  test('counts each paper once', () => {
    expect(plan.reduce((sum, { papers }) => sum + papers, 0)).toBe(2000);
  });

  test('is the same whatever order the files come in', () => {
    const again = makeSite(100, 20);
    const papers = new Map<string, string>();
    expect(planPacks([...files].reverse(), { firstDays: papers, fragments: papers })).toEqual(
      planPacks(again.files, { firstDays: papers, fragments: papers }),
    );
  });

  test('keeps the shell, assets and the latest three days at once, and no old day', () => {
    const core = plan.filter(({ isCore }) => isCore).flatMap((pack) => pack.files);
    const paths = new Set(core);
    for (const path of coreFiles) expect(paths).toContain(path);
    for (const day of ['2025-04-16', '2025-04-15', '2025-04-14'])
      expect(paths).toContain(`days/${day}/index.html`);
    expect(paths).not.toContain('days/2025-01-01/index.html');
  });

  test('puts what is found of a paper beside its page', () => {
    const paths =
      plan.find((pack) => pack.files.includes('papers/3-paper-7/index.html'))?.files ?? [];
    const at = paths.indexOf('papers/3-paper-7/index.html');
    expect(paths[at + 1]).toBe('pagefind/fragment/en_3-paper-7.pf_fragment');
  });

  test('a new day changes no full pack of papers, and no day of another month', () => {
    const next = makeSite(101, 20).plan;
    const before = plan.filter(isOfPapers).map(spell);
    const after = new Set(next.filter(isOfPapers).map(spell));
    // 2,000 papers are ten full packs; the new day begins the eleventh.
    expect(before).toHaveLength(10);
    expect(before.filter((pack) => !after.has(pack))).toEqual([]);
    expect(after.size).toBe(11);
    const months = new Set(next.filter(isOfDays).map(spell));
    const changed = plan.filter(isOfDays).filter((pack) => !months.has(spell(pack)));
    expect(changed.map(({ files: [first] }) => first)).toEqual(['days/2025-04-01/index.html']);
  });
});

test('what lies beside the page of a day or a month goes with it', () => {
  const paths = ['days/2025-03-11.bib', 'days/2025-03-11/index.html', 'months/2025-03.bib'];
  const plan = planPacks(
    [...paths, 'months/2025-03/index.html', 'notes.txt'].map((path) => ({
      path,
      sizeBytes: 300_000,
    })),
    { firstDays: new Map(), fragments: new Map() },
  );
  const packs = plan.map(({ files, isCore }) => [isCore, ...files]);
  expect(packs).toContainEqual([true, 'days/2025-03-11.bib', 'days/2025-03-11/index.html']);
  expect(packs).toContainEqual([false, 'months/2025-03.bib', 'months/2025-03/index.html']);
  // Only what the shell is made of is fetched at once.
  expect(packs).toContainEqual([false, 'notes.txt']);
});

test('an archive without papers has packs, and none is empty', () => {
  const plan = planPacks([{ path: 'index.html', sizeBytes: 10 }], {
    firstDays: new Map(),
    fragments: new Map(),
  });
  expect(plan.map((pack) => pack.files.length)).toEqual([1]);
});
