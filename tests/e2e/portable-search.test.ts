import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { serialiseFacts } from '../../src/metadata/fact.ts';
import {
  type ArchiveFixture,
  makeAbstract,
  makeArchive,
  makeSeed,
} from '../build/archive-fixture.ts';
import { ChangedProject } from '../build/changed-project.ts';
import { firstCases, isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { countFound, titles } from './search-answers.ts';
import { copySite } from './two-builds.ts';

let reader: Reader;
let archive: ArchiveFixture;
/** Address of the edition, on disk. */
let root: string;

/** Builds the portable edition of an archive. @returns its address */
async function build(of: ArchiveFixture, cwd?: string): Promise<string> {
  const folder = join(of.folder, 'a folder, ünpacked #1');
  const made = await of.run('scripts/build-portable.ts', ['--out', folder], { cwd });
  expect(made).toMatchObject({ code: 0 });
  return pathToFileURL(`${folder}/`).href;
}

const ask = (query: string): Promise<Page> => reader.open(`${root}search/index.html?${query}`);

beforeAll(async () => {
  archive = copySite();
  root = await build(archive);
  reader = await makeReader();
});
afterAll(async () => {
  await reader.close();
  archive.dispose();
});
afterEach(() => reader.expectNoFault());

/** What a reader sees of an answer. */
async function readAnswer(page: Page) {
  const count = await countFound(page);
  const marks = await page.locator('[data-results] mark').allInnerTexts();
  const days = await page.locator('[data-results] .facts').allInnerTexts();
  return { count, titles: await titles(page), marks, days };
}

describe('finds what the site finds, in the same order', () => {
  const requests: [what: string, request: string][] = [
    ['words', 'q=optimal transport'],
    ['a phrase', 'q="large language models"'],
    ['a formula in LaTeX', 'q=$\\mathcal{O}(n^{2})$'],
    ['of a venue', 'q=learning&venue=ICLR'],
    ['with code', 'q=diffusion&code=1'],
    ['by date', 'q=optimization&sort=date'],
    ['a word', 'q=Wasserstein'],
    ['the beginning of a word', 'q=regulariz'],
    ['a formula as it is typed', 'q=O(n^2)'],
    ['a command of LaTeX', 'q=\\epsilon'],
    ['by an author', 'q=author:"Chen"'],
    ['of a year', 'year=2024'],
    ['of a month', 'q=learning&month=2025-03'],
    ['of a day', 'q=learning&day=2025-03-14'],
    ['with mathematics', 'q=learning&math=1'],
    ['all by date', 'code=1'],
  ];

  it.each(firstCases(4, requests))('%s: %s', async (_, request) => {
    const query = new URLSearchParams(request.replaceAll('+', '%2B')).toString();
    const onDisk = await readAnswer(await ask(query));
    expect(onDisk.count).toBeGreaterThan(0);
    const served = await reader.open(`${inject('rootUrl')}search/?${query}`);
    expect(onDisk).toEqual(await readAnswer(served));
  });
});

describe('the search on disk', () => {
  it('leads to a paper, and back to the results', async () => {
    const page = await ask('q=SlimFlow');
    await countFound(page);
    const [title] = await titles(page);
    expect(title).toMatch(/^SlimFlow: /);
    await page.locator('[data-results] h2 a').first().click();
    await page.waitForURL(/\/papers\/slimflow[^/]*\/index\.html$/);
    await page.goBack();
    await countFound(page);
    expect((await titles(page))[0]).toBe(title);
  });

  it('finds a section of the guide, and leads to it', async () => {
    const page = await ask('q=nginx');
    await page.locator('[data-guide] a').first().click();
    await page.waitForURL(`${root}guide/servers/index.html#nginx`);
  });

  it('offers another spelling for a word that no paper has', async () => {
    const page = await ask('q=difusion');
    await page.locator('[data-offer] a', { hasText: 'diffusion' }).click();
    await page.locator('[data-status]', { hasText: /^\d+ papers$/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('diffusion');
  });

  it('is limited to saved papers', async () => {
    const page = await ask('q=learning');
    await countFound(page);
    const second = page.locator('[data-results] h2 a').nth(1);
    const title = await second.innerText();
    await second.click();
    await page.locator('article [data-list-action="save"]').first().click();
    await page.goto(`${root}search/index.html?q=learning&saved=1`);
    expect(await countFound(page)).toBe(1);
    expect(await titles(page)).toEqual([title]);
    await page.locator('input[name=saved]').uncheck();
    await page.locator('[data-status]', { hasText: /^\d+ papers$/ }).waitFor();
  });

  it('suggests authors, and counts the papers of a venue', async () => {
    const page = await ask('q=learning');
    await countFound(page);
    await page.locator('.search details summary').click();
    await page.getByLabel('Author').pressSequentially('Che');
    await page.locator('.search datalist option').first().waitFor({ state: 'attached' });
    await page.goto(`${root}search/index.html?q=learning&venue=ICLR`);
    const found = await countFound(page);
    const option = page.locator('select[name=venue] option:checked', { hasText: `(${found})` });
    await option.waitFor({ state: 'attached' });
  });

  it('opens over a page, and takes what is typed meanwhile', async () => {
    const page = await reader.open(`${root}index.html`);
    await page.keyboard.press('/');
    await page.keyboard.type('SlimFlow');
    await page.locator('dialog [data-results] h2', { hasText: 'SlimFlow: ' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/index\.html\?q=SlimFlow$/);
    await countFound(page);
    expect((await titles(page))[0]).toMatch(/^SlimFlow: /);
  });

  it('loads files of the folder only, each once', async () => {
    const page = await reader.open(`${root}index.html`);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${root}search/index.html?q=reasoning`);
    await countFound(page);
    await page.getByRole('button', { name: 'More results' }).click();
    await page.locator('[data-results] > li').nth(10).waitFor();
    expect(loaded.filter((url) => url.includes('/pagefind/fragment/')).length).toBeGreaterThan(5);
    expect(loaded.filter((url) => !url.startsWith(root) && !url.startsWith('data:'))).toEqual([]);
    const scripts = loaded.filter((url) => url.endsWith('.js'));
    expect(scripts.filter((url, i) => scripts.indexOf(url) < i)).toEqual([]);
  });
});

describe.runIf(isLong)('an index of several segments', () => {
  let small: ArchiveFixture;
  let address: string;
  const days = ['11', '12', '13'];

  beforeAll(async () => {
    small = makeArchive();
    for (const day of days) {
      const papers = Array.from({ length: 12 }, (_, i): [string, string] => {
        const subject = `harbours ${String.fromCharCode(97 + i).repeat(4)}${day}`;
        return [`Paper ${i + 1} of the ${day}th`, makeAbstract(subject)];
      });
      small.write(`2025-03-${day}.txt`, makeSeed(`Mar ${day}`, ...papers));
    }
    const facts = days.map((day) => ({
      ...{ paper: `paper-1-of-the-${day}th`, field: 'categories' as const, value: ['cs.CL'] },
      ...{ source: 'arxiv', date: '2025-03-14', match: 'text' as const },
    }));
    small.write('metadata.jsonl', serialiseFacts(facts));
    const copies = join(small.folder, 'project');
    mkdirSync(copies);
    address = await build(small, new ChangedProject(copies, 1).folders[0]);
    expect(readdirSync(join(small.site, 'pagefind', 'segments')).length).toBeGreaterThan(0);
  });
  afterAll(() => small.dispose());

  it('is searched as one, by date', async () => {
    const page = await reader.open(`${address}search/index.html?q="harbours"&sort=date`);
    expect(await countFound(page)).toBe(36);
    for (let shown = 10; shown < 36; shown += 10) {
      await page.getByRole('button', { name: 'More results' }).click();
      await page.locator('[data-results] > li').nth(shown).waitFor();
    }
    const found = (await titles(page)).map((title) => / (\d+)th$/.exec(title)?.[1]);
    expect(found).toEqual(
      days.toReversed().flatMap((day) => Array.from({ length: 12 }, () => day)),
    );
  });

  it('finds the papers of a category in all of them', async () => {
    const page = await reader.open(`${address}search/index.html?q=harbours&category=cs.CL`);
    expect(await countFound(page)).toBe(3);
    expect((await titles(page)).sort()).toEqual(days.map((day) => `Paper 1 of the ${day}th`));
  });
});
