import type { APIRoute } from 'astro';
import { writeDataIndex } from '../../export/data-index.ts';
import { respond } from '../../export/respond.ts';
import { getDataIndex } from '../../queries/data-files.ts';
import { absoluteUrl, schemaUrl } from '../../urls.ts';

/** `/api/index.json`: the index of all data. */
export const GET: APIRoute = async () =>
  respond(
    writeDataIndex(await getDataIndex(), absoluteUrl(schemaUrl('index'))),
    'application/json',
  );
