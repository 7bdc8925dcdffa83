import type { APIRoute } from 'astro';
import { writeJsonFeed } from '../../../export/json-feed.ts';
import { type FeedDocument, getFeedPaths, readFeed } from '../../../queries/feeds.ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: true, isCurrent: true });

/** `/feeds/months/2025-03.json`. */
export const GET: APIRoute<FeedDocument> = ({ props }) =>
  new Response(writeJsonFeed(readFeed(props)), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
