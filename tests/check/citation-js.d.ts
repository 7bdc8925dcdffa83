// What is used of citation-js, which comes without types.
declare module '@citation-js/core' {
  /** References that were read from a text of any format that a plugin knows, as CSL-JSON. */
  export class Cite {
    constructor(text: string);
    data: {
      id: string;
      title: string;
      URL: string;
      note: string;
      author?: { family?: string; given?: string; literal?: string }[];
      issued?: { 'date-parts': number[][] };
    }[];
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
