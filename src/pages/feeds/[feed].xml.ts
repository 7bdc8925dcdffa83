import type { APIRoute } from 'astro';
import { writeAtom } from '../../export/atom.ts';
import { type FeedDocument, getFeedPaths, readFeed } from '../../queries/feeds.ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: false });

/** `/feeds/days.xml`, `/feeds/papers.xml`, `/feeds/code.xml`. */
export const GET: APIRoute<FeedDocument> = ({ props }) =>
  new Response(writeAtom(readFeed(props)), { headers: { 'Content-Type': 'application/atom+xml' } });
