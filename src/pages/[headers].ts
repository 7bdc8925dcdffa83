import type { APIRoute } from 'astro';
import { inlineScripts } from '../components/inline-scripts.ts';
import { writeHeaders } from '../export/host-headers.ts';
import { respond } from '../export/respond.ts';
import { makeHeaderPolicy } from '../policy.ts';
import { basePath } from '../urls.ts';

/** A dynamic route, because Astro ignores files whose names begin with an underscore. */
export const getStaticPaths = () => [{ params: { headers: '_headers' } }];

/** `/_headers`: HTTP headers for hosts that read this file (Netlify, Cloudflare Pages). */
export const GET: APIRoute = () =>
  respond(
    writeHeaders(basePath, makeHeaderPolicy(Object.values(inlineScripts))),
    'text/plain; charset=utf-8',
  );
