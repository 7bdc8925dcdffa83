import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { site, themeColors } from '../site.ts';
import { homeUrl, iconUrl, savedUrl, searchUrl } from '../urls.ts';

/**
 * `/manifest.webmanifest`: the web app manifest, for installing the site.
 * @see https://www.w3.org/TR/appmanifest/
 */
export const GET: APIRoute = () =>
  respond(
    JSON.stringify({
      id: homeUrl(),
      name: site.name,
      short_name: site.name,
      description: site.description,
      lang: site.language,
      start_url: homeUrl(),
      scope: homeUrl(),
      display: 'standalone',
      background_color: themeColors.light,
      theme_color: themeColors.light,
      icons: [
        { src: iconUrl('icon-192'), sizes: '192x192', type: 'image/png' },
        { src: iconUrl('icon-512'), sizes: '512x512', type: 'image/png' },
        { src: iconUrl('maskable-512'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      shortcuts: [
        { name: 'Search', url: searchUrl() },
        { name: 'Saved', url: savedUrl() },
      ],
    }),
    'application/manifest+json',
  );
