import type { APIRoute } from 'astro';
import { toByteStream } from '../../export/byte-stream.ts';
import { getPaperLinesPaths, writePaperLines } from '../../queries/paper-files.ts';
import type { PaperView } from '../../queries/papers.ts';

/** One path: what has a key need not be written anew. */
export const getStaticPaths = getPaperLinesPaths;

/** `/api/papers.jsonl`: all papers, one a line. */
export const GET: APIRoute<{ papers: PaperView[] }> = ({ props }) =>
  new Response(toByteStream(writePaperLines(props.papers)), {
    headers: { 'Content-Type': 'application/jsonl; charset=utf-8' },
  });
