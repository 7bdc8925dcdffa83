import type { IndexData } from './data-schemas.ts';

/** A file, or a kind of files, that the archive has for programs. */
export interface DataFile {
  /** A short name: `papers`. */
  name: string;
  /** One sentence on what is in it. */
  description: string;
  mediaType: string;
  /** Absolute address; of a kind of files a template of RFC 6570: `…/papers/{slug}.md`. */
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

/** The version of all forms of data: it rises when a field changes its meaning or goes. */
export const dataVersion = 1;

/**
 * The JSON that says what data there is. `data-schemas.ts` says what each field means.
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
