import type { APIRoute } from 'astro';
import { writeSitemap } from '../export/sitemap.ts';
import { getSitemaps, type SitemapPart } from '../queries/sitemaps.ts';

export const getStaticPaths = async () =>
  (await getSitemaps()).map((sitemap) => ({ params: { part: sitemap.part }, props: sitemap }));

/** `/sitemap-pages.xml`, `/sitemap-papers-1.xml`: at the root, for a sitemap may list only what is below it. */
export const GET: APIRoute<SitemapPart> = ({ props }) =>
  new Response(writeSitemap(props.pages), { headers: { 'Content-Type': 'application/xml' } });
