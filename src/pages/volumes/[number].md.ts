import type { APIRoute } from 'astro';
import { respond } from '../../export/respond.ts';
import {
  getVolumeMarkdownPaths,
  type PaperFileProps,
  writeMarkdownFile,
} from '../../queries/paper-files.ts';

export const getStaticPaths = getVolumeMarkdownPaths;

/** `/volumes/1.md`: the papers of a volume as Markdown. */
export const GET: APIRoute<PaperFileProps> = ({ props: { papers } }) =>
  respond(writeMarkdownFile(papers), 'text/markdown; charset=utf-8');
