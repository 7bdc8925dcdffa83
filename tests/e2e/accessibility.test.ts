import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ServedSite, serveSite } from '../../scripts/serve-site.ts';
import {
  type ArchiveFixture,
  makeAbstract,
  makeArchive,
  makeSeed,
} from '../build/archive-fixture.ts';
import { firstCases, isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { button } from './saved-papers.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

/** A site with a page for a paper that is gone, and one for a day. */
async function buildRetired(archive: ArchiveFixture): Promise<ServedSite> {
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['A paper that goes', makeAbstract('going')]));
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  archive.remove('2025-03-11.txt');
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['A paper that stays', makeAbstract('stay')]));
  await archive.build();
  return serveSite(archive.site);
}

/** The checker of accessibility, as text: it runs in the page. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What axe-core objects to on a page by light, and in its colours by dark: nothing else is different there. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async (isDark): Promise<Violation[]> => {
      const { run } = Reflect.get(globalThis, 'axe') as {
        run: (context: Document, options: object) => Promise<{ violations: Violation[] }>;
      };
      // Colours that fade would be measured half-way.
      await Promise.all(document.getAnimations().map((one) => one.finished));
      return (await run(document, isDark ? { runOnly: ['color-contrast'] } : {})).violations;
    }, colorScheme === 'dark');
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`by ${colorScheme}: ${id}: ${target.join(' ')}: ${failureSummary}`);
  }
  return found;
}

/** Weeks and months are made of what days are made of. */
const paths = firstCases(6, [
  '',
  'days/2025-08-08/',
  'papers/low-rank-matrix-completion-via-robust-alternating-minimization-in-nearly-linear/',
  'search/?q=gradient',
  'about/',
  'guide/',
  'guide/data/',
  'search/?q=offline',
  '404.html',
  'arxiv/?id=2503.x',
  'weeks/2025-W11/',
  'months/2025-03/',
  'days/2025-03-11/',
]);

test.each(paths)('/%s has nothing that axe-core objects to', async (path) => {
  const page = await reader.open(inject('rootUrl') + path);
  if (path.startsWith('search/')) await page.locator('[data-results] li').first().waitFor();
  // What is folded is unfolded, and laid out wherever it stands.
  await page.locator('details').evaluateAll((all) => {
    for (const details of all.slice(0, 40)) (details as HTMLDetailsElement).open = true;
  });
  expect(await findViolations(page)).toEqual([]);
});

/** What is only there once a reader has done something, and how it comes. */
const done: [what: string, path: string, act: (page: Page) => Promise<unknown>][] = [
  [
    'the reading list',
    'days/2025-08-08/',
    async (page) => {
      for (const nth of [0, 1, 2]) await button(page, 'Save', nth).click();
      await button(page, 'Mark read', 1).click();
      await page.goto(`${inject('rootUrl')}saved/`);
      await page.locator('.own-note summary').first().click();
    },
  ],
  ['the empty reading list', 'saved/', async () => undefined],
  [
    'the search over a page',
    'about/',
    async (page) => {
      await page.keyboard.type('/gradient');
      await page.getByRole('dialog').locator('[data-results] li').first().waitFor();
    },
  ],
  [
    'the keys',
    'about/',
    async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    },
  ],
  [
    'the note on a formula',
    'papers/low-rank-matrix-completion-via-robust-alternating-minimization-in-nearly-linear/',
    async (page) => {
      await page.locator('.abstract .formula').first().click();
      await page.getByRole('dialog', { name: 'LaTeX of the formula' }).waitFor();
    },
  ],
];

test.each(done)('%s has nothing that axe-core objects to', async (_, path, act) => {
  const page = await reader.open(inject('rootUrl') + path);
  await act(page);
  expect(await findViolations(page)).toEqual([]);
});

// An archive of its own, for two pages like the others.
describe.runIf(isLong)('retired', () => {
  let archive: ArchiveFixture;
  let site: ServedSite;

  beforeAll(async () => {
    archive = makeArchive();
    site = await buildRetired(archive);
  });
  afterAll(async () => {
    await site.stop();
    archive.dispose();
  });

  test.each(['papers/a-paper-that-goes/', 'days/2025-03-11/'])(
    '/%s has nothing that axe-core objects to',
    async (path) => {
      const page = await reader.open(site.url.href + path);
      expect(await page.locator('main').innerText()).toContain('removed from the archive');
      expect(await findViolations(page)).toEqual([]);
    },
  );
});
