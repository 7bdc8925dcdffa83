import type { APIRoute } from 'astro';
import { respond } from '../../export/respond.ts';
import { getVolumeMarkdownPaths, type MarkdownFileProps } from '../../queries/paper-file-paths.ts';
import { writeMarkdownFile } from '../../queries/paper-files.ts';

export const getStaticPaths = getVolumeMarkdownPaths;

/** `/volumes/1.md`: the papers of a volume as Markdown. */
export const GET: APIRoute<MarkdownFileProps> = ({ props: { papers } }) =>
  respond(writeMarkdownFile(papers), 'text/markdown; charset=utf-8');
