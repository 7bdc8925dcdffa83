import type { CitationFormat } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/** A paper as a reading list knows it: without its formulas, and with one day only. */
export interface ListedCitation {
  identity: string;
  url: string;
  /** One line of text. */
  title: string;
  /** ISO date of the latest day on which it was listed, as far as the list knows. */
  day: string;
}

/**
 * A file of the papers of a reading list, in its order. What the files of their days say of them is taken
 * from there, formulas and all; a paper that is in none is cited by what the list knows.
 * @param readDay gives the file of a day in the format, undefined where it cannot be had
 * @returns the file, and how many papers of it are cited by what the list knows
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

/** A file that is none of ours holds no records: some hosts answer whatever they are asked for. */
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
  };
}
