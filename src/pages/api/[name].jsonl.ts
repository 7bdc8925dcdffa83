import type { APIRoute } from 'astro';
import { respond } from '../../export/respond.ts';
import { getPaperLinesPaths, writePaperLines } from '../../queries/paper-files.ts';
import type { PaperView } from '../../queries/papers.ts';

/** A dynamic route with one path: only these have a cache key. */
export const getStaticPaths = getPaperLinesPaths;

/** `/api/papers.jsonl`: all papers, one a line. */
export const GET: APIRoute<{ papers: PaperView[] }> = ({ props }) =>
  respond(writePaperLines(props.papers), 'application/jsonl; charset=utf-8');
