import type { APIRoute } from 'astro';
import { writeLlmsText } from '../export/llms-text.ts';
import { getLlmsText } from '../queries/llms-text.ts';

/** `/llms.txt`: the way into the archive for language models. */
export const GET: APIRoute = async () =>
  new Response(writeLlmsText(await getLlmsText()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
