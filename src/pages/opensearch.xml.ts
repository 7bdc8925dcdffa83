import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { writeOpenSearch } from '../search/opensearch.ts';
import { site } from '../site.ts';
import { absoluteUrl, searchUrl, withBase } from '../urls.ts';

/** `/opensearch.xml`: how a browser searches the archive. */
export const GET: APIRoute = () =>
  respond(
    writeOpenSearch({
      name: site.name,
      description: site.description,
      language: site.language,
      address: absoluteUrl(searchUrl()),
      icon: absoluteUrl(withBase('/favicon.svg')),
    }),
    'application/opensearchdescription+xml',
  );
