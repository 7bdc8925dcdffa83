import type { TitleRecord } from '../../../src/search/title-records.ts';

/** A paper of the index of titles; what is not given is made up from its title. */
export function makeRecord(title: string, rest: Partial<TitleRecord> = {}): TitleRecord {
  return {
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    days: ['2025-03-11'],
    hasCode: false,
    hasMath: false,
    isTypeset: false,
    hasAuthors: false,
    id: `en_${title.length}`,
    ...rest,
  };
}
