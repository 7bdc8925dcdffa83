import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../../scripts/serve-site.ts';
import { channel } from '../../src/restore/channel.ts';
import { type ArchiveFixture, makeAbstract, makeArchive } from '../build/archive-fixture.ts';
import {
  hostileCorrections,
  hostileSeeds,
  hostileTexts,
  largeSeed,
} from '../fixtures/hostile-seeds.ts';
import { firstCases, isLong } from '../tier.ts';
import { makeReader, type Reader } from './reader.ts';
import { importText } from './saved-papers.ts';

declare global {
  interface Window {
    /** Left behind by any script of the hostile texts that runs. */
    ran?: unknown;
  }
}

let archive: ArchiveFixture;
let site: ServedSite;
let reader: Reader;
/** One page for all visits: what one of them leaves behind the next would show. */
let page: Page;
const dialogs: string[] = [];
/** What `npm run check` said about the site. */
let checks: string;

/** Builds are slow where machines are shared; that one never ends is what this bounds. */
const longMs = 600_000;

const build = async (): Promise<void> => {
  // Lists of commands are not abstracts, and would be refused.
  const added = await archive.run('scripts/seeds-add.ts', ['--as-is', archive.seeds]);
  expect(added.code, added.output).toBe(0);
  const { code, output } = await archive.build();
  expect(code, output.slice(-2000)).toBe(0);
  // KaTeX says nothing on the console of who builds.
  expect(output).not.toMatch(/No character metrics|Token \{/);
};

beforeAll(async () => {
  archive = makeArchive();
  for (const [name, text] of Object.entries(hostileSeeds)) archive.write(name, text);
  archive.write('corrections.jsonl', hostileCorrections);
  await build();
  if (isLong) {
    checks = (await archive.run('tests/check-site.ts')).output;
    // Pages of megabytes: they are built and opened, but a validator of HTML takes minutes for them.
    archive.write('2025-03-13.txt', largeSeed);
    await build();
  }
  site = await serveSite(archive.site);
  reader = await makeReader();
  page = await reader.open(`${site.url}`);
  // The largest pages have megabytes.
  page.setDefaultNavigationTimeout(120_000);
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
}, longMs);
afterEach(async () => {
  expect(dialogs.splice(0)).toEqual([]);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  expect(new URL(page.url()).origin).toBe(site.url.origin);
  // Nothing failed, was forbidden by the policy, or went elsewhere.
  reader.expectNoFault();
});
afterAll(async () => {
  await reader?.close();
  await site?.stop();
  archive.dispose();
});

const visit = (path: string): Promise<unknown> =>
  page.goto(`${site.url}${path}`, { waitUntil: 'load' });

test.runIf(isLong)('every check of a site holds for it', () => {
  expect(checks.match(/^✗ .*$/gm) ?? []).toEqual([]);
  expect(checks).toMatch(/^2\d passed, 0 failed$/m);
});

test(
  'every page is whole, and nothing on it runs',
  async () => {
    const folders = ['papers', 'days', 'weeks', 'months'];
    const paths = folders.flatMap((folder) =>
      readdirSync(join(archive.site, folder))
        .filter((name) => !name.includes('.'))
        .map((name) => `${folder}/${name}/`),
    );
    expect(paths.length).toBeGreaterThan(150);
    // Of the papers some will do: their days have them all.
    const isSkipped = (path: string, i: number): boolean =>
      path.startsWith('papers/commands-') ? i % 24 > 0 : path.startsWith('papers/') && i % 8 > 0;
    for (const path of isLong ? paths : paths.filter((path, i) => !isSkipped(path, i))) {
      await visit(path);
      const shape = await page.evaluate(() => ({
        ran: window.ran,
        h1: document.querySelectorAll('main h1').length,
        // What hostile markup would have closed, or put in front.
        main: document.querySelectorAll('body > main').length,
        foot: document.querySelectorAll('body > footer').length,
        alien: document.querySelectorAll(
          'img, iframe, base, object, embed, style, [href^="javascript:" i], [href^="data:" i], main script[src]:not([src*="/_astro/"])',
        ).length,
        links: [...document.links]
          .filter(
            ({ origin, protocol, username, password }) =>
              origin !== location.origin && (protocol !== 'https:' || username + password !== ''),
          )
          .map(({ href }) => href),
      }));
      expect({ path, ...shape }).toEqual({
        ...{ path, ran: undefined, h1: 1, main: 1, foot: 1, alien: 0, links: [] },
      });
    }
  },
  longMs,
);

test('each hostile title is on its day as text, in order, and the paper beside it is untouched', async () => {
  await visit('days/2025-03-11/');
  const titles = await page.locator('.contents .title > a').allTextContents();
  expect(titles).toHaveLength(hostileTexts.length + 1);
  expect(titles).toContain('<script>window.ran=1</script>');
  expect(titles).toContain('../../../etc/passwd');
  expect(titles).toContain('Control ␁␈␛[31m␡\uFFFD characters \uFFFD\uFFFD');
  await visit('papers/a-bystander/');
  expect(await page.locator('h1').innerText()).toBe('A Bystander');
  expect(await page.locator('.abstract').innerText()).toBe(makeAbstract('standing by'));
});

test('a title turns round nothing that stands beside it', async () => {
  await visit('days/2025-03-11/');
  const isInOrder = await page.evaluate(() => {
    const [entry] = [...document.querySelectorAll('.contents li')].filter((item) =>
      item.querySelector('.title')?.textContent?.includes('never closed'),
    );
    const link = entry?.querySelector('.title a');
    // Words in the same line, behind the title.
    link?.after('one two');
    const words = link?.nextSibling;
    if (!words) return undefined;
    const place = (from: number): number => {
      const range = document.createRange();
      range.setStart(words, from);
      range.setEnd(words, from + 3);
      return range.getBoundingClientRect().left;
    };
    return place(0) < place(4);
  });
  expect(isInOrder).toBe(true);
});

test('hostile queries and filters are text', async () => {
  for (const text of hostileTexts.filter((_, i) => i % (isLong ? 3 : 9) === 0)) {
    const value = encodeURIComponent(text);
    await visit(`search/?q=${value}&month=${value}&day=${value}&sort=${value}&code=${value}`);
    await page.locator('[data-status]').filter({ hasText: /\S/ }).waitFor();
    expect(await page.locator('.search input').first().inputValue()).toBe(text);
  }
  for (const query of ['%', '%FF', 'q=%E0%A4%A', `q=${'a'.repeat(5000)}`, 'q=%00', 'q[]=x&q=']) {
    await visit(`search/?${query}`);
    expect(await page.locator('h1').innerText()).toBe('Search');
  }
});

test('a hostile reading list is text, or refused', async () => {
  await visit('saved/');
  const time = '2025-03-12T08:30:00.000Z';
  const papers = hostileTexts.map((title, i) => ({
    ...{ id: `case-${i}`, slug: `case-${i}`, title, day: '2025-03-11' },
    ...{ savedAt: time, changedAt: time, note: title },
  }));
  const write = (list: readonly object[]): string =>
    JSON.stringify({ format: 'dayleaf-reading-list', version: 1, papers: list });
  await importText(page, write(papers));
  await visit('saved/');
  expect(await page.locator('[data-saved-list] li').count()).toBeGreaterThan(10);
  expect(await page.locator('[data-saved-list] img, [data-saved-list] script').count()).toBe(0);

  const before = await page.evaluate(() => localStorage.length);
  const slugs = ['javascript:window.ran=1', '../x', '__proto__', '//elsewhere.example'];
  for (const slug of firstCases(1, slugs)) {
    await importText(page, write([{ ...papers[0], id: slug, slug }]), `${slug.length}.json`);
    await visit('saved/');
  }
  const texts = ['{"__proto__":{"ran":1}}', '['.repeat(100_000), '\u0000', '<script>'];
  for (const text of firstCases(2, texts)) {
    await importText(page, text);
    await visit('saved/');
  }
  expect(await page.evaluate(() => localStorage.length)).toBe(before);
});

test(
  'what else was put into the browser’s storage breaks no page',
  async () => {
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, '"><script>{');
      localStorage.setItem('dayleaf-theme', '"><img src=x onerror=window.ran=1>');
      localStorage.setItem('dayleaf-abstracts', 'javascript:window.ran=1');
    });
    for (const path of ['', 'saved/', 'search/?q=a&saved=1', 'papers/a-bystander/']) {
      await visit(path);
      expect(await page.locator('h1').count()).toBe(1);
    }
  },
  longMs,
);

test(
  'the maintainer is told of each formula that is refused',
  async () => {
    const refused = [
      '\\href{javascript:alert(1)}{x}',
      '\\includegraphics{x}',
      '\\def\\x{\\x\\x}\\x',
    ];
    const lines = refused.map((latex) => ({
      paper: 'a-bystander',
      captured: channel(`$${latex}$`),
      latex,
    }));
    archive.write('corrections.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, output } = await archive.build();
    expect(code).toBe(1);
    for (const line of [1, 2, 3]) expect(output).toContain(`seeds/corrections.jsonl:${line}:`);
  },
  longMs,
);
