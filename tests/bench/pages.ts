import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readAddress, siteFolder } from '../../scripts/build-site.ts';
import { exitOnFault } from '../../scripts/exit-on-fault.ts';
import { findElements, type Page, readSite } from '../check/site-pages.ts';

/** What a page weighs, in bytes as a server that compresses sends it. */
interface Weight {
  html: number;
  css: number;
  katexCss: number;
  js: number;
}

/**
 * `npm run bench:pages`: the weight of each kind of page of the built site, median and heaviest.
 */
const site = await exitOnFault(() => readSite(siteFolder(), readAddress()));
const kinds: [name: string, test: RegExp][] = [
  ['home', /^index\.html$/],
  ['day', /^days\//],
  ['week', /^weeks\//],
  ['month', /^months\//],
  ['paper', /^papers\//],
  ['search', /^search\//],
  ['saved', /^saved\//],
  ['about', /^about\//],
];
const zipped = new Map<string, number>();

async function weighFile(path: string): Promise<number> {
  const known = zipped.get(path);
  if (known !== undefined) return known;
  const size = gzipSync(await readFile(join(site.folder, path))).length;
  zipped.set(path, size);
  return size;
}

/** Sums the files that a page loads before anything is done with it, fonts apart. */
async function weigh(page: Page): Promise<Weight> {
  const weight: Weight = { html: gzipSync(page.html).length, css: 0, katexCss: 0, js: 0 };
  const modules = new Set<string>();
  for (const { tagName, properties } of findElements(page.tree, () => true)) {
    const isSheet = tagName === 'link' && String(properties.rel) === 'stylesheet';
    const address = isSheet ? properties.href : tagName === 'script' ? properties.src : undefined;
    if (typeof address !== 'string') continue;
    const path = address.slice(site.base.length);
    if (tagName === 'script') await addModules(path, modules);
    else if (address.includes('katex')) weight.katexCss += await weighFile(path);
    else weight.css += await weighFile(path);
  }
  for (const path of modules) weight.js += await weighFile(path);
  return weight;
}

/** Adds a module and all that are loaded with it; what it may import later is not. */
async function addModules(path: string, modules: Set<string>): Promise<void> {
  if (modules.has(path)) return;
  modules.add(path);
  const text = await readFile(join(site.folder, path), 'utf8');
  for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
    if (name) await addModules(posix.join(posix.dirname(path), name), modules);
}

const rows: Record<string, Record<string, number>> = {};
for (const [name, test] of kinds) {
  const pages = site.pages.filter((page) => test.test(page.file));
  const weights = await Promise.all(pages.map(weigh));
  weights.sort((a, b) => a.html - b.html);
  if (weights.length === 0) continue;
  rows[`${name}, median of ${pages.length}`] = { ...weights[weights.length >> 1] };
  rows[`${name}, heaviest`] = { ...weights[weights.length - 1] };
}
console.log('Bytes, compressed with gzip:');
console.table(rows);
