import { ReadableStream, TextEncoderStream } from 'node:stream/web';
import type { APIRoute } from 'astro';
import { getPaperLinesPaths, writePaperLines } from '../../queries/paper-files.ts';
import type { PaperView } from '../../queries/papers.ts';

/** A dynamic route with one path: only these have a cache key. */
export const getStaticPaths = getPaperLinesPaths;

/** `/api/papers.jsonl`: all papers, one a line, as a stream, because they may be many megabytes. */
export const GET: APIRoute<{ papers: PaperView[] }> = ({ props }) => {
  const lines = ReadableStream.from(writePaperLines(props.papers));
  const bytes = lines.pipeThrough(new TextEncoderStream());
  return new Response(
    // Response takes Node's streams, but TypeScript knows the browser's only.
    bytes as unknown as BodyInit,
    { headers: { 'Content-Type': 'application/jsonl; charset=utf-8' } },
  );
};
