import type { APIRoute } from 'astro';
import { writeAtom } from '../../../export/atom.ts';
import { respond } from '../../../export/respond.ts';
import { type FeedDocument, getFeedPaths, readFeed } from '../../../queries/feeds.ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: true });

/** `/feeds/months/2025-03.xml`, and archive documents: `/feeds/papers/12.xml`. */
export const GET: APIRoute<FeedDocument> = ({ props }) =>
  respond(writeAtom(readFeed(props)), 'application/atom+xml');
