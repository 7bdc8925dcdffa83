import type { APIRoute } from 'astro';
import { writeOpml } from '../../export/opml.ts';
import { respond } from '../../export/respond.ts';
import { getFeedList } from '../../queries/feed-list.ts';
import { site } from '../../site.ts';

/** `/feeds/opml.xml`: the list of all feeds, for import into feed readers. */
export const GET: APIRoute = async () => {
  const { feeds, months } = await getFeedList();
  const text = writeOpml(`${site.name}: feeds`, feeds, { title: 'Months', feeds: months });
  return respond(text, 'text/x-opml');
};
