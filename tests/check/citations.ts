import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cite } from '@citation-js/core';
import { formulaMark, markFormulas, readCitations } from './read-citations.ts';
import type { BuiltSite, Finding, SiteCheck } from './site-pages.ts';

const extensions = ['bib', 'ris', 'csl.json'];
/** Days, months and the archive have a file in each format; volumes may have. */
const expected = /^(?:(days|months)\/([\d-]+)\/index\.html|(volumes)\/(\d+)\.bib|index\.html)$/;

/** The files of citations of the site by the page that they belong to. */
function listFiles({ files }: BuiltSite): string[] {
  return [...files].flatMap((file) => {
    const [, period, date, volumes, number] = expected.exec(file) ?? [];
    const [kind, id] = [period ?? volumes, date ?? number];
    if (!expected.test(file)) return [];
    return extensions.map((extension) => `${kind ? `${kind}/${id}` : 'papers'}.${extension}`);
  });
}

/** Every file of citations is there, and citation-js reads of each format what it reads of the others. */
export const readableCitations: SiteCheck = {
  name: 'days, months and the archive are there as BibTeX, RIS and CSL-JSON, and read alike',
  find(site) {
    const papers = new Map<string, string>();
    const read = (file: string): Cite['data'] => {
      const text = readFileSync(join(site.folder, file), 'utf8');
      return readCitations(file.endsWith('.bib') ? markFormulas(text) : text);
    };
    const wanted = listFiles(site).filter(
      // A day whose captures are gone has a page that says so, and no papers.
      (file) => site.files.has(file) || extensions.some((e) => site.files.has(swap(file, e))),
    );
    return wanted.flatMap((file): Finding[] => {
      if (!site.files.has(file)) return [{ file, message: 'is not there' }];
      const items = read(file);
      const others = new Map(read(swap(file, 'csl.json')).map((item) => [item.id, item]));
      const findings = items.flatMap(({ id, title, URL: url, author, issued }): Finding[] => {
        const other = others.get(id);
        if (!other) return [{ file, message: `${id} is not in the CSL-JSON beside it` }];
        const earlier = papers.get(id) ?? url;
        papers.set(id, url);
        const faults = [
          !isSameTitle(title, other.title) && `reads "${title}", expected "${other.title}"`,
          url !== earlier && `has the address ${url}, and elsewhere ${earlier}`,
          !url.startsWith(site.siteUrl.href) && `has the address ${url}, which is not of the site`,
          (author !== undefined) !== (other.author !== undefined) && 'has authors in one format',
          (issued !== undefined) !== (other.issued !== undefined) && 'has a date in one format',
        ];
        return faults.flatMap((fault) => (fault ? [{ file, message: `${id} ${fault}` }] : []));
      });
      if (items.length !== others.size || new Set(items.map(({ id }) => id)).size !== items.length)
        findings.push({
          file,
          message: `has ${items.length} papers, the CSL-JSON beside it ${others.size}`,
        });
      return findings;
    });
  },
};

const swap = (file: string, extension: string): string =>
  file.replace(/\.(?:bib|ris|csl\.json)$/, `.${extension}`);

/** Whether the text of a title, which may have marks for formulas, is that of another beside its formulas. */
function isSameTitle(title: string, whole: string): boolean {
  const texts = title.split(formulaMark).map(fold);
  return new RegExp(`^${texts.join('.*')}$`, 'u').test(fold(whole));
}

/** The letters and digits of a title: citation-js sets quotes and spaces its own way. */
const fold = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
