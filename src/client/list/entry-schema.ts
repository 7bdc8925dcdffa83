import * as v from 'valibot';
import { pruneEntry } from './list-entry.ts';

const slug = (says: string) =>
  v.pipe(v.string(says), v.maxLength(200, says), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, says));
const time = (says: string) =>
  v.pipe(
    v.string(says),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, says),
    v.check((text) => !Number.isNaN(Date.parse(text)), says),
  );
const wantsSlug = 'must be lower-case words joined by hyphens, 200 characters at most';
const wantsTime = 'must be a time such as "2025-03-11T09:30:00.000Z"';
const wantsDay = 'must be a date such as "2025-03-11"';
/** The field is limited to 10,000 characters; a merged note may have several times that. */
const longestNote = 50_000;
const wantsNote = 'must be text of 50,000 characters at most';
const wantsTitle = 'must be a title of 1 to 2000 characters';

/** Schema of a stored or exported `ListEntry`; reports the first fault. */
export const entrySchema = v.pipe(
  v.object(
    {
      id: slug(wantsSlug),
      slug: v.optional(slug(wantsSlug)),
      title: v.optional(
        v.pipe(v.string(wantsTitle), v.nonEmpty(wantsTitle), v.maxLength(2000, wantsTitle)),
      ),
      day: v.optional(
        v.pipe(
          v.string(wantsDay),
          v.regex(/^\d{4}-\d\d-\d\d$/, wantsDay),
          v.check((day) => !Number.isNaN(Date.parse(day)), wantsDay),
        ),
      ),
      savedAt: v.optional(time(wantsTime)),
      readAt: v.optional(time(wantsTime)),
      note: v.optional(v.pipe(v.string(wantsNote), v.maxLength(longestNote, wantsNote))),
      changedAt: time(wantsTime),
    },
    ({ received }) => (received === 'undefined' ? 'is missing' : 'must be an object'),
  ),
  v.check(
    (entry) => pruneEntry(entry) !== undefined,
    'must have one of savedAt, readAt and note: nothing is kept of it',
  ),
  v.check(
    ({ slug, title, day, savedAt, note }) => (!savedAt && !note) || !!(slug && title && day),
    'must have slug, title and day because it is saved or has a note',
  ),
);
