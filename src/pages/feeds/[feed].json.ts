import type { APIRoute } from 'astro';
import { writeJsonFeed } from '../../export/json-feed.ts';
import { respond } from '../../export/respond.ts';
import { type FeedDocument, getFeedPaths, readFeed } from '../../queries/feeds.ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: false, isCurrent: true });

/** `/feeds/days.json`, `/feeds/papers.json`, `/feeds/code.json`. */
export const GET: APIRoute<FeedDocument> = ({ props }) =>
  respond(writeJsonFeed(readFeed(props)), 'application/feed+json');
