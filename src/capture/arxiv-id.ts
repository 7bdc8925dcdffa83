const modernId = /^(\d{4}\.\d{4,5})(?:v\d+)?$/;
const earlyId = /^([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;

/** An arXiv identifier without its version; undefined for any other text. @see https://info.arxiv.org/help/arxiv_identifier.html */
export const readArxivId = (text: string): string | undefined =>
  (modernId.exec(text) ?? earlyId.exec(text))?.[1];
