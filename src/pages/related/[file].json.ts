import type { APIRoute } from 'astro';
import type { LaterPapers } from '../../export/later-papers.ts';
import { respond } from '../../export/respond.ts';
import { getLaterPaths } from '../../queries/related.ts';

export const getStaticPaths = getLaterPaths;

/** `/related/1.json`: for the papers of some places in the ledger, the related papers that were added later. */
export const GET: APIRoute<{ later: LaterPapers }> = ({ props }) =>
  respond(JSON.stringify(props.later), 'application/json');
