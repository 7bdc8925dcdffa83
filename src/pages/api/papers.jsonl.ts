import type { APIRoute } from 'astro';
import { toByteStream } from '../../export/byte-stream.ts';
import { writePaperLines } from '../../export/paper-record.ts';
import { getExportPapers } from '../../queries/export-papers.ts';

/** `/api/papers.jsonl`: all papers, one a line. */
export const GET: APIRoute = async () =>
  new Response(toByteStream(writePaperLines((await getExportPapers()).values())), {
    headers: { 'Content-Type': 'application/jsonl; charset=utf-8' },
  });
