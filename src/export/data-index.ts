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
export interface ExportIndex {
  name: string;
  description: string;
  /** BCP 47 */
  language: string;
  /** The home page, absolute. */
  url: string;
  /** How much there is; `entries` counts a paper for each capture that it stood in. */
  counts: { days: number; captures: number; entries: number; papers: number };
  files: readonly DataFile[];
  /** Oldest first. */
  days: readonly { date: string; papers: number; url: string; dataUrl: string }[];
}

/** The version of all forms of data: it rises when a field changes its meaning or goes. */
export const dataVersion = 1;

/**
 * The JSON that says what data there is. `index-schema.ts` says what each field means.
 * @param schemaUrl absolute address of its schema
 */
export function writeDataIndex(index: ExportIndex, schemaUrl: string): string {
  const files = index.files.map(({ name, description, mediaType, url, example, schema }) =>
    example === undefined
      ? { name, description, mediaType, url, schema }
      : { name, description, mediaType, urlTemplate: url, example, schema },
  );
  const record = { $schema: schemaUrl, version: dataVersion, ...index, files };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}
