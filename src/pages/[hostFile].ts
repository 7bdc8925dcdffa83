import type { APIRoute } from 'astro';
import { inlineScripts } from '../components/inline-scripts.ts';
import { writeHeaders, writeRedirects } from '../export/host-files.ts';
import { respond } from '../export/respond.ts';
import { makeHeaderPolicy } from '../policy.ts';
import { basePath } from '../urls.ts';

const writers: Record<string, () => string> = {
  _headers: () => writeHeaders(basePath, makeHeaderPolicy(Object.values(inlineScripts))),
  _redirects: () => writeRedirects(basePath),
};

/** A dynamic route, because Astro ignores files whose names begin with an underscore. */
export const getStaticPaths = () =>
  Object.keys(writers).map((hostFile) => ({ params: { hostFile } }));

/** `/_headers` and `/_redirects`: rules for hosts that read these files (Netlify, Cloudflare Pages). */
export const GET: APIRoute<object, { hostFile: string }> = ({ params }) =>
  respond(writers[params.hostFile]?.() ?? '', 'text/plain; charset=utf-8');
