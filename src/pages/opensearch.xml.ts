import type { APIRoute } from 'astro';
import { respond } from '../export/respond.ts';
import { writeOpenSearch } from '../search/opensearch.ts';
import { site } from '../site.ts';
import { absoluteUrl, searchUrl, withBase } from '../urls.ts';

/** `/opensearch.xml`: lets browsers add the archive to their search engines. */
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
