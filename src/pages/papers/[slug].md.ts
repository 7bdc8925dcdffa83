import type { APIRoute } from 'astro';
import { getPaperMarkdownPaths, writeMarkdown } from '../../queries/paper-files.ts';
import type { PaperView } from '../../queries/papers.ts';

export const getStaticPaths = getPaperMarkdownPaths;

/** `/papers/x.md`: a paper as Markdown. */
export const GET: APIRoute<{ paper: PaperView }> = ({ props: { paper } }) =>
  new Response(writeMarkdown(paper), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
