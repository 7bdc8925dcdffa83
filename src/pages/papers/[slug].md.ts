import type { APIRoute } from 'astro';
import { respond } from '../../export/respond.ts';
import { getPaperMarkdownPaths } from '../../queries/paper-file-paths.ts';
import { writeMarkdown } from '../../queries/paper-files.ts';
import type { PaperView } from '../../queries/papers.ts';

export const getStaticPaths = getPaperMarkdownPaths;

/** `/papers/x.md`: a paper as Markdown. */
export const GET: APIRoute<{ paper: PaperView }> = ({ props: { paper } }) =>
  respond(writeMarkdown(paper), 'text/markdown; charset=utf-8');
