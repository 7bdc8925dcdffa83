import type { APIRoute } from 'astro';
import { writeJsonFeed } from '../../../export/json-feed.ts';
import { respond } from '../../../export/respond.ts';
import { type FeedDocument, getFeedPaths, readFeed } from '../../../queries/feeds.ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: true, isCurrent: true });

/** `/feeds/months/2025-03.json`. */
export const GET: APIRoute<FeedDocument> = ({ props }) =>
  respond(writeJsonFeed(readFeed(props)), 'application/feed+json');
