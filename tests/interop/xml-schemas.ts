import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding, SiteCheck } from '../check/site-pages.ts';
import { runProgram } from './run-program.ts';

/** Which files are held to which schema of `tests/fixtures/schemas/`. */
const kinds: { name: string; files: RegExp; schema: [option: string, file: string] }[] = [
  {
    name: 'xmllint: feeds are valid by the schema of RFC 4287',
    files: /^feeds\/(?!opml).*\.xml$/,
    schema: ['--relaxng', 'atom.rng'],
  },
  {
    name: 'xmllint: sitemaps are valid by the schema of sitemaps.org',
    files: /^sitemap-.*\.xml$/,
    schema: ['--schema', 'sitemap.xsd'],
  },
];

/** How many files are given to xmllint at once: a command line has an end. */
const atOnce = 200;

/** Feeds and sitemaps by the schemas of their formats. */
export const xmlSchemas: SiteCheck[] = kinds.map(({ name, files, schema: [option, file] }) => ({
  name,
  find(site) {
    const schema = fileURLToPath(new URL(`../../tests/fixtures/schemas/${file}`, import.meta.url));
    const found = [...site.files].filter((path) => files.test(path));
    if (found.length === 0) return [{ file: '', message: 'there is none' }];
    const findings: Finding[] = [];
    for (let at = 0; at < found.length; at += atOnce) {
      const paths = found.slice(at, at + atOnce).map((path) => join(site.folder, path));
      const args = ['--noout', '--nonet', option, schema, ...paths];
      const { status, stderr } = runProgram('xmllint', args, 'libxml2-utils');
      if (status === 0) continue;
      for (const line of stderr.split('\n').filter((text) => text && !/ validates$/.test(text)))
        findings.push({ file: '', message: line.replace(`${site.folder}/`, '') });
    }
    return findings;
  },
}));
