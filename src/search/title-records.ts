import { fold } from '../text/fold-words.ts';

/** A paper in the index of titles. */
export interface TitleRecord {
  /** The last part of its permalink. */
  slug: string;
  /** Its title as plain text. */
  title: string;
  /** ISO dates of the days it was captured on, oldest first; at least one. */
  days: string[];
  hasCode: boolean;
  hasMath: boolean;
  /** Whether its title has formulas; they are typeset on the page of the day. */
  isTypeset: boolean;
  /** Whether its authors are known. */
  hasAuthors: boolean;
  /** Its id in Pagefind's index. */
  id: string;
  /** Identity in the reading list (its first slug), if it is not the slug. */
  identity?: string;
}

/** The bits of the fourth field of a record, in this order. */
const flags = ['hasCode', 'hasMath', 'isTypeset', 'hasAuthors'] as const;

/**
 * Records as text, a line each: title, slug (empty if `guessSlug` gives it), days, flags, id and
 * identity, separated by tabs. `readRecords` is the inverse.
 */
export function writeRecords(records: readonly TitleRecord[]): string {
  return records
    .map((record) => {
      const { slug, title, days, id, identity } = record;
      const bits = flags.reduce((sum, flag, i) => sum + (record[flag] ? 2 ** i : 0), 0);
      return [
        title.replace(/\s+/g, ' '),
        slug === guessSlug(title) ? '' : slug,
        days.map((day) => day.replaceAll('-', '')).join(),
        bits,
        id,
        ...(identity ? [identity] : []),
      ].join('\t');
    })
    .join('\n');
}

/** The records in a text that `writeRecords` wrote; incomplete lines are skipped. */
export function readRecords(text: string): TitleRecord[] {
  return text.split('\n').flatMap((line) => {
    const [title, slug, days, bits, id, identity] = line.split('\t');
    if (!title || !days || !id) return [];
    const has = flags.map((_, i) => Math.floor(Number(bits) / 2 ** i) % 2 === 1);
    return {
      title,
      slug: slug || guessSlug(title),
      days: days.split(',').map((day) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
      hasCode: has[0] === true,
      hasMath: has[1] === true,
      isTypeset: has[2] === true,
      hasAuthors: has[3] === true,
      id,
      ...(identity && { identity }),
    };
  });
}

/** The slug of nine of ten titles, for which it need not be stored. */
function guessSlug(title: string): string {
  const slug = fold(title)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug.length <= 80 ? slug : slug.slice(0, slug.lastIndexOf('-', 80));
}
