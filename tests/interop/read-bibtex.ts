import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bibtex } from '../../src/export/bibtex.ts';
import type { BuiltSite, Finding, SiteCheck } from '../check/site-pages.ts';
import { runProgram } from './run-program.ts';

/** An item of CSL-JSON, as far as it is compared. */
interface Item {
  id: string;
  title: string;
  URL: string;
  note: string;
}

const filesOf = ({ files }: BuiltSite, extension: string): string[] =>
  [...files].filter((file) => file.endsWith(extension));

/** What the site itself says about the papers in a file of citations. */
function readItems({ folder }: BuiltSite, file: string): Map<string, Item> {
  const text = readFileSync(
    join(folder, file.replace(/\.(?:bib|csl\.json)$/, '.csl.json')),
    'utf8',
  );
  return new Map((JSON.parse(text) as Item[]).map((item) => [item.id, item]));
}

/** biber reads each BibTeX file without a warning, and writes every entry again with its title. */
export const biberReadsBibtex: SiteCheck = {
  name: 'biber reads every BibTeX file without a warning, and gives the titles back',
  find: (site) =>
    filesOf(site, '.bib').flatMap((file): Finding[] => {
      const work = mkdtempSync(join(tmpdir(), 'dayleaf-biber-'));
      try {
        const output = join(work, basename(file));
        const args = ['--tool', '--nolog', `--output-file=${output}`, join(site.folder, file)];
        const { status, stdout, stderr } = runProgram('biber', args, 'biber');
        const complaints = `${stdout}\n${stderr}`.split('\n').filter((l) => /WARN|ERROR/.test(l));
        if (status !== 0 || complaints.length > 0)
          return [{ file, message: `biber ended with ${status}: ${complaints.join(' ')}` }];
        const [before, after] = [join(site.folder, file), output].map(readTitles);
        return [...(before ?? [])].flatMap(([key, title]): Finding[] => {
          const given = after?.get(key);
          return given === title
            ? []
            : [{ file, message: `${key}: biber has the title ${given}, expected ${title}` }];
        });
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    }),
};

/** The titles of a BibTeX file by key, as they are written in it. */
function readTitles(path: string): Map<string, string> {
  const entries = readFileSync(path, 'utf8').split(/^@/m).slice(1);
  return new Map(
    entries.map((entry) => [
      /^\w+\{([^,]*),/.exec(entry)?.[1] ?? '',
      // biber breaks no lines, but sets its own spaces.
      (/^\s*title\s*=\s*\{(.*)\},$/im.exec(entry)?.[1] ?? '').replace(/\s+/g, ' '),
    ]),
  );
}

/** pandoc reads each BibTeX file without a warning, and has the title, the address and the note of each paper. */
export const pandocReadsBibtex: SiteCheck = {
  name: 'pandoc reads every BibTeX file without a warning, and gives titles, addresses and notes back',
  find: (site) =>
    filesOf(site, '.bib').flatMap((file): Finding[] => {
      const args = ['--from=bibtex', '--to=csljson', join(site.folder, file)];
      const { status, stdout, stderr } = runProgram('pandoc', args, 'pandoc');
      if (status !== 0 || stderr !== '')
        return [{ file, message: `pandoc ended with ${status}: ${stderr.trim()}` }];
      const read = new Map((JSON.parse(stdout) as Item[]).map((item) => [item.id, item]));
      const items = readItems(site, file);
      const entries = bibtex.split(readFileSync(join(site.folder, file), 'utf8'));
      const findings = [...items].flatMap(([id, item]): Finding[] => {
        const given = read.get(id);
        if (!given) return [{ file, message: `${id}: pandoc does not have it` }];
        const lost = keptWords(entries.get(id) ?? '').find((word) => !given.title.includes(word));
        if (lost) return [{ file, message: `${id}: pandoc lost the capitals of ${lost}` }];
        const wrong = (['title', 'URL', 'note'] as const).filter(
          (field) => readable(given[field]) !== readable(item[field]),
        );
        return wrong.map((field) => ({
          file,
          message: `${id}: pandoc has the ${field} ${given[field]}, expected ${item[field]}`,
        }));
      });
      if (read.size !== items.size)
        findings.push({ file, message: `has ${read.size} entries, expected ${items.size}` });
      return findings;
    }),
};

/** pandoc reads each file of CSL-JSON. */
export const pandocReadsCslJson: SiteCheck = {
  name: 'pandoc reads every CSL-JSON file, and gives the titles back',
  find: (site) =>
    filesOf(site, '.csl.json').flatMap((file): Finding[] => {
      const args = ['--from=csljson', '--to=csljson', join(site.folder, file)];
      const { status, stdout, stderr } = runProgram('pandoc', args, 'pandoc');
      if (status !== 0 || stderr !== '')
        return [{ file, message: `pandoc ended with ${status}: ${stderr.trim()}` }];
      const titles = new Map((JSON.parse(stdout) as Item[]).map(({ id, title }) => [id, title]));
      return [...readItems(site, file)].flatMap(([id, { title }]): Finding[] =>
        readable(titles.get(id) ?? '') === readable(title)
          ? []
          : [{ file, message: `${id}: pandoc has the title ${titles.get(id)}, expected ${title}` }],
      );
    }),
};

/**
 * A text without what pandoc spells in its own way: straight quotes, scripts as LaTeX or as markup, and the
 * capitals of titles, which bibliographies choose, where no braces keep them.
 */
function readable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<\/?(?:i|b|sub|sup|span)[^>]*>|[\^_{}$\\]|\s+/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase();
}

/** The words of an entry's title that stand in braces, formulas left out. */
function keptWords(entry: string): string[] {
  const title = /^ {2}title = \{(.*)\},$/m.exec(entry)?.[1] ?? '';
  return [...title.matchAll(/\{([\p{L}\p{N}\p{M}]+)\}/gu)].map(([, word]) => word ?? '');
}
