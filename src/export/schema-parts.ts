import { linkKinds } from '../text/link-kinds.ts';

/** A JSON Schema of the draft 2020-12, as far as it is used here. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  const?: string | number | boolean;
  enum?: readonly string[];
  format?: 'uri' | 'uri-template' | 'date';
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: JsonSchema;
  required?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  oneOf?: readonly JsonSchema[];
}

/** An object; a property whose name ends with `?` may be absent. */
export function objectOf(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const names = Object.keys(properties);
  return {
    description,
    type: 'object',
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(
      names.map((name) => [name.replace('?', ''), properties[name] as JsonSchema]),
    ),
  };
}

/** A list of things that are all alike. */
export const listOf = (description: string, items: JsonSchema, minItems?: number): JsonSchema => ({
  description,
  type: 'array',
  items,
  ...(minItems !== undefined && { minItems }),
});

/** A text. */
export const text = (description: string): JsonSchema => ({ description, type: 'string' });
/** An absolute address. */
export const address = (description: string): JsonSchema => ({
  ...text(description),
  format: 'uri',
});
/** An ISO date. */
export const date = (description: string): JsonSchema => ({ ...text(description), format: 'date' });
/** The last part of a permalink. */
export const slug = (description: string): JsonSchema => ({
  ...text(description),
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
});
/** A number of things. */
export const amount = (description: string, minimum = 0): JsonSchema => ({
  description,
  type: 'integer',
  minimum,
});
/** Yes or no. */
export const flag = (description: string): JsonSchema => ({ description, type: 'boolean' });

/** The links of an abstract. */
export const links = listOf(
  'The links of the abstract, each once, in order.',
  objectOf('A link.', {
    url: address('Where it leads.'),
    label: text('The words that stood for it.'),
    kind: {
      ...text('What it leads to, as far as the address tells.'),
      enum: Object.keys(linkKinds),
    },
  }),
);

/** A title or an abstract as text, in its two forms that are for reading. */
export const readableForms = {
  text: text('One line of plain text, formulas as readable Unicode: O(n²).'),
  restored: text(
    'As captured, but with each restored formula as LaTeX between dollar signs; nothing is cleaned or escaped.',
  ),
} as const;

/** The document around a schema: which draft it is of, its own address, its name. */
export const schemaDocument = (id: string, title: string, schema: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  title,
  ...schema,
});
