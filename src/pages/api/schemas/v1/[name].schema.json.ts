import type { APIRoute } from 'astro';
import { daySchema } from '../../../../export/day-schema.ts';
import { indexSchema } from '../../../../export/index-schema.ts';
import { paperSchema } from '../../../../export/paper-schema.ts';
import { respond } from '../../../../export/respond.ts';
import { absoluteUrl, schemaUrl } from '../../../../urls.ts';

const schemas = { paper: paperSchema, day: daySchema, index: indexSchema };

type SchemaName = keyof typeof schemas;

/** The schemas, by the names that `schemaUrl` is given. */
export const getStaticPaths = (): { params: { name: SchemaName } }[] =>
  (Object.keys(schemas) as SchemaName[]).map((name) => ({ params: { name } }));

/** `/api/schemas/v1/paper.schema.json`: what the fields of one of the forms of data mean. */
export const GET: APIRoute<Record<string, never>, { name: SchemaName }> = ({ params: { name } }) =>
  respond(
    `${JSON.stringify(schemas[name](absoluteUrl(schemaUrl(name))), undefined, 2)}\n`,
    'application/schema+json',
  );
