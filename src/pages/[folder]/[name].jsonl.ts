import type { APIRoute } from 'astro';
import { respond } from '../../export/respond.ts';
import {
  getPaperLinesPaths,
  type LinesFile,
  writeLinesFile,
} from '../../queries/paper-file-paths.ts';

/** One route for both folders, so that files are written before the list that has their digests. */
export const getStaticPaths = getPaperLinesPaths;

/** `/api/papers.jsonl`: all papers, one a line, or the files of volumes, `/volumes/1.jsonl`. */
export const GET: APIRoute<LinesFile> = ({ props }) =>
  respond(writeLinesFile(props), 'application/jsonl; charset=utf-8');
