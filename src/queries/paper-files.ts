import { writePaperLine } from '../export/paper-json.ts';
import { writePaperMarkdown } from '../export/paper-markdown.ts';
import { readMarkdown } from '../records/paper-record.ts';
import { site } from '../site.ts';
import { getPapersBySlug, readExportPaper, readTexts, toExportPaper } from './export-papers.ts';
import { type KeyedPath, keyPaths } from './keyed-paths.ts';
import type { PaperView } from './papers.ts';

/**
 * The route of each paper's Markdown, none where the maintainer wants none. A former slug has the same
 * document: what links to a paper's Markdown goes on to find it, and its front matter says where it is now.
 */
export async function getPaperMarkdownPaths(): Promise<
  KeyedPath<{ slug: string }, { paper: PaperView }>[]
> {
  if (!site.paperMarkdown) return [];
  const papers = await getPapersBySlug();
  return keyPaths(
    papers.flatMap((paper) =>
      [paper.slug, ...paper.formerSlugs].map((slug) => ({ params: { slug }, props: { paper } })),
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
export async function getPaperLinesPaths(): Promise<
  KeyedPath<{ name: 'papers' }, { papers: PaperView[] }>[]
> {
  const papers = await getPapersBySlug();
  return keyPaths([{ params: { name: 'papers' as const }, props: { papers } }]);
}

/** How many lines are made at a time: all of them may be many megabytes. */
const linesAtATime = 256;

/** The lines of the file of all papers, some at a time. */
export function* writePaperLines(papers: readonly PaperView[]): Generator<string> {
  for (let at = 0; at < papers.length; at += linesAtATime) {
    const some = papers.slice(at, at + linesAtATime);
    yield some.map((paper) => writePaperLine(readExportPaper(paper))).join('');
  }
}
