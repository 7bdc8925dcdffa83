import type { APIRoute } from 'astro';
import { writeAtom } from '../../export/atom.ts';
import { writeJsonFeed } from '../../export/json-feed.ts';
import { respond } from '../../export/respond.ts';
import { type FeedDocument, getFeedPaths, readFeed } from '../../queries/feeds.ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: false });

/** `/feeds/days.xml` and `.json`, `/feeds/papers.xml`, `/feeds/code.xml`. */
export const GET: APIRoute<FeedDocument, { format: 'xml' | 'json' }> = ({ params, props }) =>
  params.format === 'json'
    ? respond(writeJsonFeed(readFeed(props)), 'application/feed+json')
    : respond(writeAtom(readFeed(props)), 'application/atom+xml');
