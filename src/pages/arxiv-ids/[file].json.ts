import type { APIRoute } from 'astro';
import { respond } from '../../export/respond.ts';
import { type ArxivSlugs, getArxivIdPaths } from '../../queries/arxiv-ids.ts';

export const getStaticPaths = getArxivIdPaths;

/** `/arxiv-ids/2503.json`: the slugs of papers by the rest of their arXiv ids. */
export const GET: APIRoute<{ slugs: ArxivSlugs }> = ({ props }) =>
  respond(JSON.stringify(props.slugs), 'application/json');
