import type { ExportPaper } from '../export/export-paper.ts';
import type { PaperMarkdown } from '../export/paper-markdown.ts';
import { toMarkdown } from '../render/to-markdown.ts';
import { site } from '../site.ts';
import { getExportPapers } from './export-papers.ts';

/**
 * The route of each paper's Markdown, none where the keeper wants none. A former slug has the same
 * document: what links to a paper's Markdown goes on to find it, and its front matter says where it is now.
 */
export async function getPaperMarkdownPaths(): Promise<
  { params: { slug: string }; props: { paper: ExportPaper } }[]
> {
  if (!site.paperMarkdown) return [];
  return [...(await getExportPapers()).values()].flatMap((paper) =>
    [paper.slug, ...paper.formerSlugs].map((slug) => ({ params: { slug }, props: { paper } })),
  );
}

/** Title and abstract of a paper as Markdown. */
export const readMarkdown = ({ title, abstract }: ExportPaper): PaperMarkdown => ({
  title: toMarkdown(title.segments).markdown,
  abstract: toMarkdown(abstract.segments).markdown,
});
