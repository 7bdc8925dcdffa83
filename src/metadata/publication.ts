import type { PaperMetadata } from './metadata.ts';

/** Where and when a paper was published, as far as it is known. */
export interface Publication {
  /** The kind of its venue; absent without one. */
  kind?: 'conference' | 'journal' | 'other';
  /** ISO date, month or year. */
  date?: string;
}

/** Names of events. Before journals: "Proceedings of the Conference on Computational Physics". */
const conference =
  /\b(?:conference|symposium|workshops?|congress|meeting|advances in neural|proceedings(?! of the (?:national academy|ieee|royal society)\b))\b/i;
const journal =
  /\b(?:journals?|trans(?:actions)?|letters?|lett|reviews?|rev|annals|magazine|bulletin|acta|nature|science|physics|phys|plos|access|proceedings of the|jmlr|tmlr|jair|ijcv|t?pami|tacl|vol(?:ume)?)\b|\d\s*[(:]\s*\d/i;
/** An acronym, with or without its year: `ICLR`, `NeurIPS 2024`. */
const acronym = /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[ -]?'?\d{2,4})?$/;

/**
 * Where and when a paper was published. Whether a venue is a conference or a journal is concluded from its name: sources
 * give no more. A venue with a year ("ICLR 2024") dates the paper, because its date may be that of the preprint.
 */
export function describePublication({
  venue,
  published,
}: Pick<PaperMetadata, 'venue' | 'published'>): Publication {
  const years = new Set(venue?.match(/\b(?:19|20)\d{2}\b/g));
  const [year] = years.size === 1 ? years : [];
  const date = year === undefined || published?.startsWith(year) ? published : year;
  return {
    ...(venue !== undefined && { kind: classifyVenue(venue) }),
    ...(date !== undefined && { date }),
  };
}

function classifyVenue(venue: string): NonNullable<Publication['kind']> {
  if (conference.test(venue)) return 'conference';
  if (journal.test(venue)) return 'journal';
  return acronym.test(venue.trim()) ? 'conference' : 'other';
}

/** A venue with its year: `ICLR 2024`. @param year omitted if the venue has one */
export const nameVenue = (venue: string, year: string | undefined): string =>
  year === undefined || /\b(?:19|20)\d{2}\b/.test(venue) ? venue : `${venue} ${year}`;
