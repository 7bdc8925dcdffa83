import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { writeRobots } from '../export/sitemap.ts';
import { site } from '../site.ts';
import { absoluteUrl, sitemapUrl } from '../urls.ts';

/** `/robots.txt`: whether crawlers may index the site, and the address of the sitemaps. */
export const GET: APIRoute = () =>
  respond(writeRobots(absoluteUrl(sitemapUrl('index')), site.noindex), 'text/plain; charset=utf-8');
