import type { APIRoute } from 'astro';
import { writeRobots } from '../export/sitemap.ts';
import { site } from '../site.ts';
import { absoluteUrl, sitemapUrl } from '../urls.ts';

/** `/robots.txt`: whether crawlers are welcome, and where the sitemaps are. */
export const GET: APIRoute = () =>
  new Response(writeRobots(absoluteUrl(sitemapUrl('index')), site.noindex));
