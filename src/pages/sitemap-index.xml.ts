import type { APIRoute } from 'astro';
import { writeSitemapIndex } from '../export/sitemap.ts';
import { getSitemapIndex } from '../queries/sitemaps.ts';

/** `/sitemap-index.xml`: the list of the sitemaps. */
export const GET: APIRoute = async () =>
  new Response(writeSitemapIndex(await getSitemapIndex()), {
    headers: { 'Content-Type': 'application/xml' },
  });
