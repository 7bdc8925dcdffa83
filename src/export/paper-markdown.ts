import { dump } from 'js-yaml';
import type { ExportPaper } from './export-paper.ts';
import { toFactData } from './paper-facts.ts';

/** Title and abstract as Markdown, formulas as `$…$`. */
export interface PaperMarkdown {
  title: string;
  abstract: string;
}

/**
 * Returns a paper as a Markdown document: front matter, the title as heading, the abstract, its links. All strings in
 * the front matter are quoted, so that YAML parsers do not read `2025-03-11` as a date.
 */
export function writePaperMarkdown(paper: ExportPaper, { title, abstract }: PaperMarkdown): string {
  const frontMatter = {
    title: paper.title.plain.toWellFormed(),
    url: paper.url,
    id: paper.identity,
    days: paper.days,
    captures: paper.listings.map(({ day, capture, rank }) => ({ day, capture, rank })),
    links: paper.links.map(({ url, label, kind }) => ({ url, label, kind })),
    ...toFactData(paper),
  };
  const yaml = dump(frontMatter, {
    forceQuotes: true,
    quoteStyle: 'double',
    lineWidth: -1,
    noRefs: true,
    skipInvalid: true,
  });
  // A program that parses the document as HTML must not find tags in the front matter.
  const blocks = [`---\n${yaml.replaceAll('<', '\\u003c')}---`, `# ${toHeading(title)}`, abstract];
  const links = paper.links.map(({ url, kind }) => `- ${kind}: <${url}>`);
  if (links.length > 0) blocks.push('## Links', links.join('\n'));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Converts the Markdown of a paragraph to that of a heading: one line, in which a final `#` is escaped. */
const toHeading = (markdown: string): string =>
  markdown.replace(/\s*\n\s*/g, ' ').replace(/(?<=^|\s)(?=#+$)/, '\\');
