import type { IndexData } from './data-schemas.ts';

/** A data file, or a kind of data files. */
export interface DataFile {
  /** A short name: `papers`. */
  name: string;
  /** One sentence on its content. */
  description: string;
  mediaType: string;
  /** Absolute address; of a kind of files an RFC 6570 template: `…/papers/{slug}.md`. */
  url: string;
  /** One of a kind of files, absolute. */
  example?: string;
  /** Absolute address of its JSON Schema. */
  schema?: string;
}

/** An archive, as the index of its data describes it. */
export type ExportIndex = Omit<IndexData, '$schema' | 'version' | 'files'> & {
  files: readonly DataFile[];
};

/**
 * The version of all data formats: it increases when a field is removed or changes its meaning. `public/api/schemas/` has
 * the schemas of earlier versions.
 */
export const dataVersion = 3;

/**
 * Returns the index of all data as JSON. `data-schemas.ts` describes each field.
 * @param schemaUrl absolute address of its schema
 */
export function writeDataIndex(index: ExportIndex, schemaUrl: string): string {
  const files = index.files.map(({ name, description, mediaType, url, example, schema }) =>
    example === undefined
      ? { name, description, mediaType, url, schema }
      : { name, description, mediaType, urlTemplate: url, example, schema },
  );
  const record: IndexData = { $schema: schemaUrl, version: dataVersion, ...index, files };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}
