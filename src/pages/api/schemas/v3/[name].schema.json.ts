import type { APIRoute } from 'astro';
import {
  type DataSchemaName,
  dataSchemaNames,
  toJsonSchema,
} from '../../../../export/data-schemas.ts';
import { respond } from '../../../../export/respond.ts';
import { absoluteUrl, schemaUrl } from '../../../../urls.ts';

export const getStaticPaths = () => dataSchemaNames.map((name) => ({ params: { name } }));

/** `/api/schemas/v3/paper.schema.json`: the JSON Schema of a data file. */
export const GET: APIRoute<Record<string, never>, { name: DataSchemaName }> = ({
  params: { name },
}) =>
  respond(
    `${JSON.stringify(toJsonSchema(name, absoluteUrl(schemaUrl(name))), undefined, 2)}\n`,
    'application/schema+json',
  );
