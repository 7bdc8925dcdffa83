import type { APIRoute } from 'astro';
import type { ExportPaper } from '../../export/export-paper.ts';
import { writePaperMarkdown } from '../../export/paper-markdown.ts';
import { getPaperMarkdownPaths, readMarkdown } from '../../queries/paper-markdown.ts';

export const getStaticPaths = getPaperMarkdownPaths;

/** `/papers/x.md`: a paper as Markdown. */
export const GET: APIRoute<{ paper: ExportPaper }> = ({ props: { paper } }) =>
  new Response(writePaperMarkdown(paper, readMarkdown(paper)), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
