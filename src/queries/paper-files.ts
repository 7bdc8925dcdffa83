import { writePaperLine } from '../export/paper-json.ts';
import { writePaperMarkdown } from '../export/paper-markdown.ts';
import { readMarkdown } from '../records/paper-record.ts';
import { site } from '../site.ts';
import { getPapersBySlug, readExportPaper, readTexts, toExportPaper } from './export-papers.ts';
import { keyPaths } from './keyed-paths.ts';
import type { PaperView } from './papers.ts';

/**
 * The route of each paper's Markdown; none if the maintainer has turned it off. A former slug has the same
 * document, so that links to it keep working; its front matter gives the present address.
 */
export async function getPaperMarkdownPaths() {
  const papers = site.paperMarkdown ? await getPapersBySlug() : [];
  return keyPaths(
    papers.flatMap((paper) =>
      [paper.slug, ...paper.formerSlugs].map((slug) => [{ slug }, { paper }] as const),
    ),
  );
}

/** A paper as a Markdown document. */
export function writeMarkdown(paper: PaperView): string {
  const texts = readTexts(paper);
  return writePaperMarkdown(toExportPaper(paper, texts), {
    title: readMarkdown(texts.title),
    abstract: readMarkdown(texts.abstract),
  });
}

/** The route of the file of all papers. */
export async function getPaperLinesPaths() {
  return keyPaths([[{ name: 'papers' }, { papers: await getPapersBySlug() }]]);
}

/** How many lines are made at a time: all of them can be 70 MB. */
const linesAtATime = 256;

/** The lines of the file of all papers, some at a time. */
export function* writePaperLines(papers: readonly PaperView[]): Generator<string> {
  let at = 0;
  do {
    const some = papers.slice(at, at + linesAtATime);
    yield some.map((paper) => writePaperLine(readExportPaper(paper))).join('');
    at += linesAtATime;
  } while (at < papers.length);
}
