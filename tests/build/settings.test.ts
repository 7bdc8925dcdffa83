import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElements } from '../check/site-pages.ts';
import {
  type ArchiveFixture,
  type CommandResult,
  makeAbstract,
  makeArchive,
  makeSeed,
} from './archive-fixture.ts';
import { copyWithSettings } from './project-copies.ts';

let archive: ArchiveFixture;
let project: string;
const run = (script: string): Promise<CommandResult> =>
  archive.run(script, [], { env: { SITE_URL: 'https://example.org/archive/' }, cwd: project });

beforeAll(async () => {
  archive = makeArchive();
  const abstract = makeAbstract('the retitled paper');
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['An old title', abstract]));
  // The first slug is in the ledger, as if it had been published.
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  archive.write('2025-03-14.txt', makeSeed('Mar 14', ['A wholly new name', abstract]));
  project = mkdtempSync(join(tmpdir(), 'dayleaf-project-'));
  copyWithSettings(project, { guide: false, paperMarkdown: true });
  const { code, output } = await run('scripts/build.ts');
  expect(code, output).toBe(0);
});
afterAll(() => {
  archive.dispose();
  rmSync(project, { recursive: true, force: true });
});

const listFiles = (pattern: RegExp): string[] =>
  readdirSync(archive.site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    pattern.test(path),
  );
const read = (file: string): string => readFileSync(join(archive.site, file), 'utf8');

test('a setting leaves the guide out, and everything that leads to it', () => {
  expect(existsSync(join(archive.site, 'guide'))).toBe(false);
  expect(existsSync(join(archive.site, 'search/guide.json'))).toBe(false);
  for (const file of [...listFiles(/\.html$/), 'sitemap-pages.xml'])
    expect(read(file), file).not.toMatch(/\/guide\/|data-guide/);
});

test('a setting adds the Markdown of each paper, also at its former address', () => {
  const markdown = read('papers/a-wholly-new-name.md');
  expect(markdown).toContain('\n# A wholly new name\n');
  expect(read('papers/an-old-title.md')).toBe(markdown);
  expect(read('llms.txt')).toContain('papers/a-wholly-new-name.md');
  const tree = fromHtml(read('papers/a-wholly-new-name/index.html'));
  const [link] = findElements(tree, (e) => e.properties.type === 'text/markdown');
  expect(link?.properties).toMatchObject({
    rel: ['alternate'],
    href: '/archive/papers/a-wholly-new-name.md',
  });
});

test('such a site passes the checks', async () => {
  const { code, output } = await run('tests/check-site.ts');
  expect(code, output).toBe(0);
});
