import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../scripts/train/random.ts';
import { isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive } from './archive-fixture.ts';
import { ChangedProject, listVariants } from './changed-project.ts';
import { listDifferences, listPaths } from './compare-sites.ts';
import { drawKinds, type KeptSeeds, makeSeeds, seedEdits, writeSeeds } from './random-edits.ts';

// A test is two builds at least: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** How many edits there are, and what they are drawn from: the long tier has others each time. */
const edits = isLong ? 30 : 8;
const seed = Number(process.env.DAYLEAF_EDITS_SEED ?? 20250311);

const random = createRandom(seed);
const quagga = (words: string): string =>
  `Quagga herds roam. ${words} Quagga herds graze on savanna lichen. Quagga herds sleep.`;
const [first, second, third] = [
  { title: 'Alpha of the Day', abstract: quagga('Herding needs a tensor.') },
  { title: 'Beta of the Day', abstract: makeAbstract('lighthouses in O(n^2) steps') },
  { title: 'Gamma of the Day', abstract: makeAbstract('sundials') },
];
const page = (slug: string): string => archive.html(`papers/${slug}/index.html`);

/** Captures that no random edit changes, by name. */
const named = new Map([
  ['2025-04-01.txt', [first, second, third]],
  ['2025-04-02.txt', [{ title: 'Fleeting', abstract: makeAbstract('mayflies') }]],
]);

const kinds = [
  'add',
  'change',
  'retitle',
  'correct',
  'remove',
  'model',
  'setting',
  'code',
] as const;
type Kind = (typeof kinds)[number];
const isOfSeeds = (kind: Kind): boolean => kind in seedEdits;
const drawn = drawKinds(kinds, edits, random);
/**
 * Which edits are built together. In the long tier none are. Otherwise the edits of seeds, on which the other
 * test of seeds is done; then what changes records and what changes every page, neither of which hides the other.
 */
const steps: Kind[][] = isLong
  ? drawn.map((kind) => [kind])
  : [drawn.filter((kind) => ['model', 'setting'].includes(kind)), ['code']];

let archive: ArchiveFixture;
let project: ChangedProject;
let seeds: KeptSeeds;

beforeAll(async () => {
  archive = makeArchive();
  project = new ChangedProject(archive.folder, 2);
  seeds = makeSeeds(random);
  write();
  await buildIncrementally();
  expect(page('alpha-of-the-day')).toContain('Beta of the Day');
  expect(existsSync(join(archive.site, 'papers/fleeting/index.html'))).toBe(true);
});
afterAll(() => archive.dispose());

/** Writes the seeds as they are now. */
const write = (): void => {
  const captures = new Map([...seeds.captures, ...named]);
  writeSeeds({ ...seeds, captures }, archive.seeds);
};

/** Makes an edit of a kind at random. @returns what was done, in words */
function edit(kind: Kind): string {
  if (kind === 'model' || kind === 'setting' || kind === 'code')
    return project.change(kind, random);
  return seedEdits[kind](seeds, random, archive.ledger());
}

let builds = 0;

/**
 * Builds on top of the last site. The shell's variable `_`, which names the command, is different each time: Astro
 * copies it into code.
 * @returns the number of files reused from the last build
 */
async function buildIncrementally(): Promise<number> {
  const [cwd] = project.folders;
  const env = { ...project.env, _: `/usr/bin/${'x'.repeat(++builds)}` };
  const { code, output } = await archive.run('scripts/build.ts', [], { cwd, env });
  const reused = /, (\d+) as in the last build;/.exec(output)?.[1];
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Built ') });
  return Number(reused);
}

/**
 * Builds on top of the last site and, beside that, once more from the same seeds and nothing else, in another time
 * zone and language: both sites and ledgers must be the same. @returns what the first of them printed
 */
async function buildBothWays(): Promise<{ reused: number; changed: string[] }> {
  const clean = join(archive.folder, 'clean');
  const before = join(archive.folder, 'before');
  for (const folder of [clean, before]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(clean);
  cpSync(archive.seeds, join(clean, 'seeds'), { recursive: true });
  cpSync(archive.site, before, { recursive: true });
  const [reused, result] = await Promise.all([
    buildIncrementally(),
    archive.run('scripts/build.ts', [], {
      cwd: project.folders[1],
      env: {
        ...project.env,
        DAYLEAF_SEEDS: join(clean, 'seeds'),
        DAYLEAF_OUT: join(clean, 'dist'),
        DAYLEAF_CACHE: join(clean, 'cache'),
        ...{ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
      },
    }),
  ]);
  expect(result).toMatchObject({ code: 0 });
  expect(listDifferences(archive.site, join(clean, 'dist'))).toEqual([]);
  expect(archive.ledger()).toBe(readFileSync(join(clean, 'seeds', 'ledger.json'), 'utf8'));
  return { reused, changed: listDifferences(before, archive.site) };
}

describe('an incremental build', () => {
  test('shows papers that are added, retitled and removed, and takes over no file that somebody has changed', async () => {
    const [name] = seeds.captures.keys();
    const day = `days/${name.slice(0, 10)}`;
    const at = (path: string): string => join(archive.site, path);
    appendFileSync(at(`${day}/index.html`), '<!-- mine -->');
    rmSync(at(`${day}.bib`));
    // Of the same length, a moment later.
    writeFileSync(at(`${day}.ris`), 'x'.repeat(statSync(at(`${day}.ris`)).size));
    rmSync(at(`api/${day}.json`));
    mkdirSync(at(`api/${day}.json`));
    for (const path of listPaths(archive.site)
      .filter((of) => /\.(pack|pf_fragment)$/.test(of))
      .slice(1, 3))
      writeFileSync(at(path), '');
    appendFileSync(at('search/words.txt'), '\nmine');
    writeFileSync(at('mine.html'), '');

    named.delete('2025-04-02.txt');
    named.set('2025-04-03.txt', [
      { title: 'Delta of Another Day', abstract: quagga('Counting needs a matrix.') },
      { title: 'Epsilon Once Beta', abstract: second.abstract },
    ]);
    const made = isLong ? [] : drawn.filter(isOfSeeds).map(edit);
    write();
    const { reused } = await buildBothWays();
    expect(reused, made.join('; ')).toBeGreaterThan(50);
    expect(existsSync(at('mine.html'))).toBe(false);
  });

  test('has nothing of a removed paper but a page that says so', () => {
    expect(page('fleeting')).toContain('noindex');
    expect(archive.text('papers/fleeting/index.html')).toContain('first captured on 2 April 2025');
    expect(archive.text('days/2025-04-02/index.html')).toContain('No captures of this day');
    const paths = listPaths(archive.site).filter((path) => /fleeting|2025-04-02/.test(path));
    expect(paths).toEqual(['days/2025-04-02/index.html', 'papers/fleeting/index.html']);
    expect(readFileSync(join(archive.site, 'api/papers.jsonl'), 'utf8')).not.toContain('mayflies');
  });

  test('names a retitled paper anew on the pages of its neighbours', () => {
    for (const slug of ['alpha-of-the-day', 'gamma-of-the-day']) {
      expect(page(slug)).toContain('href="/papers/epsilon-once-beta/"');
      expect(page(slug)).not.toContain('Beta of the Day');
    }
    expect(page('beta-of-the-day')).toContain('url=/papers/epsilon-once-beta/');
  });

  test('names a new paper on the page of an old one that is related to it, and the other way round', () => {
    // Both are of one volume: see `smallSizes` of the changed project.
    expect(page('alpha-of-the-day')).toContain('href="/papers/delta-of-another-day/"');
    expect(page('delta-of-another-day')).toContain('href="/papers/alpha-of-the-day/"');
  });
});

describe(`an incremental build is the same as a clean one, after edits drawn from ${seed}`, () => {
  test.each(steps.map((step) => [step.join(', '), step] as const))('%s', async (_, step) => {
    const made = step.map(edit);
    write();
    const { reused, changed } = await buildBothWays();
    expect(changed, made.join('; ')).not.toEqual([]);
    if (step.every(isOfSeeds)) expect(reused, made.join('; ')).toBeGreaterThan(0);
  });

  test.runIf(isLong)('no edit at all', async () => {
    const { reused, changed } = await buildBothWays();
    expect(changed).toEqual([]);
    expect(reused).toBeGreaterThan(100);
  });
});

describe.runIf(isLong)('an incremental build after each change of the project', () => {
  const parts = ['model', 'setting', 'code'] as const;
  const changes = parts.flatMap((part) => listVariants(part).map((name) => [part, name] as const));

  test.each(changes)('%s: %s', async (part, name) => {
    project.apply(part, name);
    await buildBothWays();
  });
});
