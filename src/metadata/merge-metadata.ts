import type { PaperFacts } from '../capture/capture.ts';
import { type Fact, type FactField, type FactValues, listCategories, validValues } from './fact.ts';
import type { AuthorsLatex, PaperMetadata } from './metadata.ts';
import { readLatexName } from './sources/latex-name.ts';
import { splitName } from './split-name.ts';

/** What a capture says about a paper. */
export interface CapturedFacts {
  /** ISO date of the capture. */
  day: string;
  facts: PaperFacts;
}

/** What is known about a paper. */
export interface KnownOfPaper {
  /** Without version. */
  arxivId?: string;
  metadata: PaperMetadata;
  /** The authors' own text, where a source has it. */
  latex?: AuthorsLatex;
}

/**
 * What is known about a paper from its captures and from `seeds/metadata.jsonl`. For each field the most trusted source
 * counts: the maintainer, then arXiv, then bibliographies, then captures; of equal ones the latest. Of numbers that
 * change with time (votes, stars) the latest counts, whatever its source. The date of publication is that of the venue,
 * if the source of the venue has one: arXiv's is that of a preprint.
 */
export function mergeMetadata(
  captured: readonly CapturedFacts[],
  facts: readonly Fact[] = [],
): KnownOfPaper {
  const values: Partial<Record<FactField, Fact['value']>> = {};
  const all = [...captured.flatMap(toFacts), ...facts].sort(compareTrust);
  const sources: Partial<Record<FactField, string>> = {};
  for (const { field, value, source } of all) {
    if (field === 'candidate') continue;
    values[field] = value;
    sources[field] = source;
  }
  const ofVenue = all.findLast((f) => f.field === 'published' && f.source === sources.venue);
  if (ofVenue && sources.published !== maintainer) values.published = ofVenue.value;
  // The schema of facts guarantees the type of each field's value.
  const { arxivId, title, abstract, stars: _, votes: __, ...metadata } = values as FactValues;
  const latex = { ...(title && { title }), ...(abstract && { abstract }) };
  for (const field of ['stars', 'votes'] as const) {
    const latest = all
      .filter((fact) => fact.field === field)
      .sort(compareDates)
      .at(-1);
    if (latest) Object.assign(metadata, { [field]: { count: latest.value, day: latest.date } });
  }
  return {
    ...(arxivId !== undefined && { arxivId }),
    metadata,
    ...(Object.keys(latex).length > 0 && { latex }),
  };
}

type SaidFact = Pick<Fact, 'field' | 'value' | 'source' | 'date'>;

/** The source of what captures say. */
const capturesSource = 'captures';
/** The source of what the maintainer says. */
const maintainer = 'maintainer';

function toFacts({ day, facts }: CapturedFacts): SaidFact[] {
  return Object.entries(factsOfCapture(facts)).map(
    ([field, value]) => ({ field, value, source: capturesSource, date: day }) as SaidFact,
  );
}

/** What a capture says about a paper, as the values of facts; invalid values are left out. */
export function factsOfCapture({ authors, categories, ...facts }: PaperFacts): FactValues {
  return validValues({
    ...facts,
    authors: authors?.map((name) => splitName(readLatexName(name))),
    categories: categories && listCategories(categories),
  });
}

/** Later is more trusted. */
function compareTrust(a: SaidFact, b: SaidFact): number {
  return trustOf(a) - trustOf(b) || compareDates(a, b);
}

const trustOf = ({ source }: SaidFact): number =>
  source === capturesSource ? 0 : source === maintainer ? 3 : source === 'arxiv' ? 2 : 1;

const compareDates = (a: SaidFact, b: SaidFact): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
