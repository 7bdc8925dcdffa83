import type { APIRoute } from 'astro';
import { inlineScripts } from '../components/inline-scripts.ts';
import { writeHeaders } from '../export/host-headers.ts';
import { respond } from '../export/respond.ts';
import { makeHeaderPolicy } from '../policy.ts';
import { basePath } from '../urls.ts';

/** Astro takes no file for a route whose own name begins with an underscore. */
export const getStaticPaths = () => [{ params: { headers: '_headers' } }];

/** `/_headers`: what hosts that read it (Netlify, Cloudflare Pages) send along. */
export const GET: APIRoute = () =>
  respond(
    writeHeaders(basePath, makeHeaderPolicy(Object.values(inlineScripts))),
    'text/plain; charset=utf-8',
  );
