import type { APIRoute } from 'astro';
import { writeLlmsText } from '../export/llms-text.ts';
import { respond } from '../export/respond.ts';
import { getLlmsText } from '../queries/llms-sections.ts';

/** `/llms.txt`: the entry point for language models. */
export const GET: APIRoute = async () =>
  respond(writeLlmsText(await getLlmsText()), 'text/plain; charset=utf-8');
