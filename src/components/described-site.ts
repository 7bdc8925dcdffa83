import type { DescribedSite } from '../export/json-ld.ts';
import { site } from '../site.ts';
import { absoluteUrl, homeUrl, searchUrl } from '../urls.ts';

/** The site as its JSON-LD describes it. */
export const describedSite: DescribedSite = {
  name: site.name,
  description: site.description,
  language: site.language,
  url: absoluteUrl(homeUrl()),
  searchUrl: absoluteUrl(searchUrl()),
};
