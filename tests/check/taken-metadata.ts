import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { bibtex } from '../../src/export/bibtex.ts';
import type { CitedPaper } from '../../src/export/export-paper.ts';
import type { Finding, Page, SiteCheck } from './site-pages.ts';
import { findElements } from './site-pages.ts';

/** What reference managers take from a page's head. */
interface TakenItem {
  title?: string;
  abstractNote?: string;
  url?: string;
  date?: string;
  publicationTitle?: string;
  creators: string[];
}

/** The names of Highwire tags, and the fields that Zotero's "Embedded Metadata" translator fills by them. */
const highwire: Readonly<Record<string, Exclude<keyof TakenItem, 'creators'>>> = {
  citation_title: 'title',
  citation_abstract: 'abstractNote',
  citation_public_url: 'url',
  citation_publication_date: 'date',
  citation_cover_date: 'date',
  citation_date: 'date',
  citation_online_date: 'date',
  citation_year: 'date',
  citation_journal_title: 'publicationTitle',
  citation_conference_title: 'publicationTitle',
};

/**
 * What Zotero reads of a page, by the rules of its translator: `meta` in the head by `name`, or else by
 * `property`; Highwire before Open Graph; Dublin Core, PRISM and the like where they stand; a byline, if
 * there is one, names authors.
 * @see https://github.com/zotero/translators/blob/master/Embedded%20Metadata.js
 */
function takeItem({ tree }: Pick<Page, 'tree'>): TakenItem {
  const item: TakenItem = { creators: [] };
  const graph: Partial<TakenItem> = {};
  for (const { properties } of findElements(tree, ({ tagName }) => tagName === 'meta')) {
    const name = String(properties.name ?? properties.property ?? '');
    const content = String(properties.content ?? '').trim();
    if (content === '') continue;
    const field = highwire[name];
    if (field) item[field] ??= content;
    else if (/^citation_authors?$/.test(name)) item.creators.push(content);
    else if (/^(?:og|article)[.:_]title$/i.test(name)) graph.title = content;
    else if (/^og[.:_]url$/i.test(name)) graph.url = content;
    else if (/^og[.:_]description$/i.test(name)) graph.abstractNote = content;
    else if (/^og[.:_]site_name$/i.test(name)) graph.publicationTitle = content;
    else if (/^(?:dc|dcterms|prism|eprints?|article)[.:_].*(?:date|issued|published)/i.test(name))
      graph.date = content;
    else if (/^(?:dc|dcterms|eprints?|article)[.:_](?:creator|author)/i.test(name))
      item.creators.push(content);
  }
  const byline = findElements(tree, ({ properties }) =>
    ['byline', 'vcard'].some((name) =>
      String(properties.className ?? '')
        .split(',')
        .includes(name),
    ),
  );
  if (item.creators.length === 0) item.creators.push(...byline.map((element) => toText(element)));
  return { ...graph, ...item };
}

/** The data blocks of a page of one media type. */
export function findData({ tree }: Page, type: string): Element[] {
  return findElements(
    tree,
    ({ tagName, properties }) => tagName === 'script' && properties.type === type,
  );
}

/** What a data block holds, to the character. */
export function readData({ children }: Element): Record<string, unknown> {
  return JSON.parse(children.map((child) => ('value' in child ? child.value : '')).join(''));
}

/** The fields of CSL-JSON that are compared. */
interface CslItem {
  id: string;
  title: string;
  URL: string;
  author?: unknown;
  issued?: unknown;
  'container-title'?: string;
}

/** What is taken of papers is what their citations have: of an author, a date or a venue that is not known, nothing. */
export const takenMetadata: SiteCheck = {
  name: 'reference managers take title, abstract and address from a paper, and nothing invented',
  find(site) {
    const file = join(site.folder, 'papers.csl.json');
    const items: CslItem[] = JSON.parse(readFileSync(file, 'utf8'));
    const pages = new Map(site.pages.map((page) => [new URL(page.path, site.siteUrl).href, page]));
    return items.flatMap(({ id, title, URL: url, author, issued, ...item }): Finding[] => {
      const venue = item['container-title'];
      const page = pages.get(url);
      if (!page) return [{ file: 'papers.csl.json', message: `${id}: there is no page at ${url}` }];
      const taken = takeItem(page);
      const faults = [
        taken.title !== title && `the title is "${taken.title}", expected "${title}"`,
        taken.url !== url && `the address is ${taken.url}, expected ${url}`,
        !taken.abstractNote && 'there is no abstract',
        taken.publicationTitle !== venue &&
          `"${taken.publicationTitle}" would be its journal, expected ${venue}`,
        !issued && taken.date && `the date ${taken.date} is not known`,
        !author && taken.creators.length > 0 && `the author ${taken.creators[0]} is not known`,
        ...describeFaults(page, { title, url, isDated: !!issued, hasAuthors: !!author }),
        !holdsCitation(page, id) && 'the page does not hold what its citation is made of',
      ];
      return faults.flatMap((message) => (message ? [{ file: page.file, message }] : []));
    });
  },
};

/** What is wrong with the JSON-LD of a paper's page. */
function describeFaults(
  page: Page,
  expected: { title: string; url: string; isDated: boolean; hasAuthors: boolean },
): (string | false)[] {
  const [script, ...more] = findData(page, 'application/ld+json');
  if (!script || more.length > 0) return ['it has not one JSON-LD'];
  const data = readData(script);
  return [
    data['@type'] !== 'ScholarlyArticle' && `its JSON-LD is a ${data['@type']}`,
    data.name !== expected.title && `its JSON-LD has the name "${data.name}"`,
    data.url !== expected.url && `its JSON-LD has the address ${data.url}`,
    !data.abstract && 'its JSON-LD has no abstract',
    'datePublished' in data !== expected.isDated && 'its JSON-LD dates it otherwise',
    'author' in data !== expected.hasAuthors && 'its JSON-LD has other authors',
  ];
}

function holdsCitation(page: Page, id: string): boolean {
  const [script] = findData(page, 'application/json').filter(
    ({ properties }) => properties.dataCited !== undefined,
  );
  return (
    script !== undefined &&
    bibtex.split(bibtex.writeRecord(readData(script) as unknown as CitedPaper)).has(id)
  );
}
