import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { writeSitemap } from '../export/sitemap.ts';
import { getSitemaps, type SitemapPart } from '../queries/sitemaps.ts';

export const getStaticPaths = async () =>
  (await getSitemaps()).map((sitemap) => ({ params: { part: sitemap.part }, props: sitemap }));

/** `/sitemap-index.xml`, `/sitemap-pages.xml`, …: at the root, because a sitemap covers only what is below it. */
export const GET: APIRoute<SitemapPart> = ({ props: { part, entries } }) =>
  respond(writeSitemap(entries, part === 'index' ? 'sitemapindex' : 'urlset'), 'application/xml');
