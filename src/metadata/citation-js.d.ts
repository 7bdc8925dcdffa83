// The part of citation-js that is used; the package has no types.
declare module '@citation-js/core' {
  /** An entry in the form of CSL-JSON. */
  interface CslItem {
    id: string;
    title: string;
    URL: string;
    note: string;
    author?: { family?: string; given?: string; literal?: string }[];
    issued?: { 'date-parts': number[][] };
  }
  /** References that were read from a text of any format that a plugin knows, as CSL-JSON. */
  export class Cite {
    constructor(text: string);
    data: CslItem[];
  }
  export const plugins: {
    input: {
      /**
       * Reads references.
       * @returns CSL-JSON, or the type that `target` of a plugin names
       */
      chain(
        data: unknown,
        options: { forceType: string; target?: string; generateGraph: boolean },
      ): unknown[];
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
