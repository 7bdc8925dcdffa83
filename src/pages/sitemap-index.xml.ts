import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { writeSitemapIndex } from '../export/sitemap.ts';
import { getSitemapIndex } from '../queries/sitemaps.ts';

/** `/sitemap-index.xml`: the list of the sitemaps. */
export const GET: APIRoute = async () =>
  respond(writeSitemapIndex(await getSitemapIndex()), 'application/xml');
