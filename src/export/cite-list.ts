import type { CitationFormat } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/** A paper as the reading list stores it: without formulas, and with one day only. */
export interface ListedCitation {
  identity: string;
  url: string;
  /** One line of text. */
  title: string;
  /** ISO date of the latest day on which it was listed, when it was saved. */
  day: string;
}

/**
 * Returns a citation file of the papers of a reading list, in its order. Records come from the citation files of
 * their days, which have the formulas; a paper that is in none of them is cited from the list's own data.
 * @param readDay returns the citation file of a day, or undefined if it is not available
 * @returns the file, and the number of papers that are cited from the list's own data
 */
export async function citeList(
  format: CitationFormat,
  papers: readonly ListedCitation[],
  readDay: (day: string) => Promise<string | undefined>,
): Promise<{ file: string; plain: number }> {
  const days = [...new Set(papers.map(({ day }) => day))];
  const records = new Map<string, string>();
  for (const file of await Promise.all(days.map(readDay))) {
    for (const [identity, record] of splitFile(format, file)) records.set(identity, record);
  }
  const known = papers.filter(({ identity }) => records.has(identity)).length;
  const cited = papers.map(
    (paper) => records.get(paper.identity) ?? format.writeRecord(toCited(paper)),
  );
  return { file: format.join(cited), plain: papers.length - known };
}

/** Some hosts answer any request with a page of their own: such a file has no records. */
function splitFile(format: CitationFormat, file: string | undefined): Map<string, string> {
  try {
    return format.split(file ?? '');
  } catch {
    return new Map();
  }
}

function toCited({ identity, url, title, day }: ListedCitation): CitedPaper {
  return {
    identity,
    url,
    title: { plain: title, parts: [{ text: title }], kept: [] },
    days: [day],
    metadata: {},
  };
}
