import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { writeSitemap } from '../export/sitemap.ts';
import { getSitemaps, type SitemapPart } from '../queries/sitemaps.ts';

export const getStaticPaths = async () =>
  (await getSitemaps()).map((sitemap) => ({ params: { part: sitemap.part }, props: sitemap }));

/** `/sitemap-pages.xml`, `/sitemap-papers-1.xml`: at the root, for a sitemap may list only what is below it. */
export const GET: APIRoute<SitemapPart> = ({ props }) =>
  respond(writeSitemap(props.pages), 'application/xml');
